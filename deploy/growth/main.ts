// `DATABASE_URL=… node deploy/growth/main.ts <service>` prints the script that spreads this migrated database over Citus.
import pg from 'pg';
import { services } from '../topology.ts';
import { obstacles, script } from './distribution.ts';
import { tablesOf } from './schema.ts';

const [service = '', ...rest] = process.argv.slice(2);
const connectionString = process.env['DATABASE_URL'];
const isKnown = rest.length === 0 && services.some(({ name }) => name === service);

if (!isKnown || connectionString === undefined) {
  const names = services.map(({ name }) => name).join('|');
  console.error(`Usage: DATABASE_URL=postgres://… node deploy/growth/main.ts ${names}`);
  process.exitCode = 2;
} else {
  process.exitCode = await print(service, connectionString);
}

async function print(name: string, url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'growth' });
  try {
    await client.connect();
    const tables = await tablesOf(client);
    const sentences =
      tables.length === 0 ? ['This database has no tables. Migrate it first.'] : obstacles(tables);
    for (const sentence of sentences) console.error(sentence);
    if (sentences.length === 0) console.log(script(name, tables));
    return sentences.length === 0 ? 0 : 1;
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    console.error(`The database cannot be read: ${message === '' ? String(code) : message}`);
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}
