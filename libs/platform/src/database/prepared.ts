import { type EntityManager, QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs a statement the server plans once per connection; TypeORM cannot name statements. Only for texts that are always
 * the same, since a connection remembers each of them.
 */
export async function runPrepared(tx: EntityManager, statement: Prepared): Promise<Row> {
  // After the release the runner would still give out its client, which by then may work for somebody else.
  if (tx.queryRunner?.isReleased !== false) throw new QueryRunnerAlreadyReleasedError();
  const client = (await tx.queryRunner.connect()) as { query(one: Prepared): Promise<{ rows: Row[] }> };
  try {
    const { rows } = await client.query(statement);
    return rows[0] ?? {};
  } catch (error) {
    // As TypeORM does, but without the values: an error is logged, and they are somebody's data.
    throw new QueryFailedError(statement.text, [], error as Error);
  }
}
