import pg from 'pg';
import { services, type ServiceName } from '../topology.ts';
import type { Offender, World } from './invariant.ts';

/** What a check asks for ahead is answered beside the rest. */
const atOnce = 2;

export type DatabaseUrls = Readonly<Record<ServiceName, string>>;

export class CannotSeeAll extends Error {
  override readonly name = 'CannotSeeAll';

  constructor(service: ServiceName) {
    super(
      `The login for ${service} sees one tenant at a time. Give one that passes row policies: a superuser, or a role with BYPASSRLS.`,
    );
  }
}

/** Connects to the six databases, read-only. Each is looked at as it is at the moment of each question. */
export async function openWorld(
  urls: DatabaseUrls,
  { graceSeconds, keptFiles }: Pick<World, 'graceSeconds' | 'keptFiles'>,
): Promise<World & { close(): Promise<void> }> {
  const pools = new Map<ServiceName, pg.Pool>();
  const close = async (): Promise<void> => {
    for (const pool of pools.values()) await pool.end();
  };
  try {
    for (const { name } of services) pools.set(name, await connected(name, urls[name]));
    const names = new Map<ServiceName, ReadonlySet<string>>();
    for (const [service, pool] of pools) names.set(service, await namesOf(pool));
    return {
      ...{ graceSeconds, keptFiles, close },
      namesIn: (service) => names.get(service) ?? new Set(),
      async query<Row extends Offender>(service: ServiceName, sql: string, values: readonly unknown[] = []) {
        const answer = await pools.get(service)?.query<Row>(sql, [...values]);
        return answer?.rows ?? [];
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connected(service: ServiceName, url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    ...{ connectionString: url, application_name: 'verify', max: atOnce },
    options: '-c default_transaction_read_only=on -c jit=off',
  });
  // A connection lost between two questions: the next question opens another, or says why it cannot.
  pool.on('error', () => undefined);
  const { rows } = await pool.query<{ seesAll: boolean }>(
    'select rolsuper or rolbypassrls as "seesAll" from pg_roles where rolname = current_user',
  );
  if (rows[0]?.seesAll === true) return pool;
  await pool.end();
  throw new CannotSeeAll(service);
}

async function namesOf(pool: pg.Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  );
  return new Set(rows.flatMap(({ table, column }) => [table, `${table}.${column}`]));
}
