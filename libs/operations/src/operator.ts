import { DataSource, type EntityManager } from 'typeorm';

/** Long enough for a large table, short enough for a person who waits. */
const patienceMs = 10_000;

/** One transaction in the database of a service, for who runs the machine and therefore has its credentials. */
export async function inDatabase<T>(url: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'dhanman operator',
    installExtensions: false,
    extra: { max: 1, connectionTimeoutMillis: patienceMs, statement_timeout: patienceMs },
  });
  await source.initialize();
  try {
    return await source.transaction(work);
  } finally {
    await source.destroy();
  }
}
