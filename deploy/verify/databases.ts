import pg from 'pg';
import { services, type ServiceName } from '../topology.ts';
import type { Offender, World } from './invariant.ts';

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
  graceSeconds: number,
): Promise<World & { close(): Promise<void> }> {
  const clients = new Map<ServiceName, pg.Client>();
  const close = async (): Promise<void> => {
    for (const client of clients.values()) await client.end();
  };
  try {
    for (const { name } of services) clients.set(name, await connected(name, urls[name]));
    const names = new Map<ServiceName, ReadonlySet<string>>();
    for (const [service, client] of clients) names.set(service, await namesOf(client));
    return {
      ...{ graceSeconds, close },
      namesIn: (service) => names.get(service) ?? new Set(),
      async query<Row extends Offender>(service: ServiceName, sql: string, values: readonly unknown[] = []) {
        const answer = await clients.get(service)?.query<Row>(sql, [...values]);
        return answer?.rows ?? [];
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connected(service: ServiceName, url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'verify' });
  await client.connect();
  await client.query('set default_transaction_read_only = on');
  const { rows } = await client.query<{ seesAll: boolean }>(
    'select rolsuper or rolbypassrls as "seesAll" from pg_roles where rolname = current_user',
  );
  if (rows[0]?.seesAll === true) return client;
  await client.end();
  throw new CannotSeeAll(service);
}

async function namesOf(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  );
  return new Set(rows.flatMap(({ table, column }) => [table, `${table}.${column}`]));
}
