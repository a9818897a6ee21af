import pg from 'pg';

type Query = (this: pg.Client, ...values: unknown[]) => unknown;

/**
 * Listens to every statement that this process sends to Postgres while the work goes on. Ids in a text are made equal,
 * because the statement that opens a transaction names its tenant.
 */
export async function statementsDuring(work: () => Promise<void>): Promise<ReadonlySet<string>> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const texts = new Set<string>();
  prototype.query = function listened(...values) {
    const [first] = values;
    const text = typeof first === 'string' ? first : (first as { readonly text?: string } | undefined)?.text;
    if (text !== undefined) texts.add(text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>'));
    return query.apply(this, values);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return texts;
}
