import { createHash, createHmac } from 'node:crypto';
import * as platform from '@dhanman/platform';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { cloneTemplate, dropDatabase } from './database-template.js';
import { privateName } from './private-name.js';
import { server } from './servers.js';

export interface FreshDatabase {
  readonly name: string;
  /** As the service: only the rows of the tenant that a transaction names. */
  readonly appUrl: string;
  /** As the migrations: owner of the tables, row security forced all the same. */
  readonly ownerUrl: string;
  /** As the server's superuser: everything, for looking behind the service's back. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

const environment = 'test';

/** A migrated, empty database of a service for one test: a copy of a template, made in a fraction of a second. */
export async function freshDatabase(
  service: string,
  definition: platform.DatabaseDefinition,
): Promise<FreshDatabase> {
  const adminUrl = server('postgres');
  const passwords = {
    owner: password(service, 'owner'),
    app: password(service, 'app'),
    read: password(service, 'read'),
  };
  const provision = (database: string): Promise<platform.Provisioned> => {
    return platform.provisionDatabase(adminUrl, { environment, service, passwords, database });
  };
  const build = async (database: string): Promise<void> => {
    await platform.migrate(definition, (await provision(database)).urls.owner);
  };
  const name = privateName();
  await cloneTemplate(
    adminUrl,
    { family: service, fingerprint: await fingerprint(service, definition), build },
    name,
  );
  const url = (role: platform.DatabaseRole): string => address(name, roleOf(service, role), passwords[role]);
  await closeToOthers(service, name);
  return {
    name,
    appUrl: url('app'),
    ownerUrl: url('owner'),
    adminUrl: address(name),
    drop: () => dropDatabase(adminUrl, name),
  };
}

/** One statement on a connection of its own; for asserting on what is stored, in whatever role. */
export async function query<Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tests' });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A copy takes over tables and their grants, but not who owns the database and who may connect to it. */
async function closeToOthers(service: string, database: string): Promise<void> {
  const [name, owner, app, read] = [
    database,
    ...(['owner', 'app', 'read'] as const).map((role) => roleOf(service, role)),
  ].map((identifier) => pg.escapeIdentifier(identifier));
  await query(
    server('postgres'),
    `alter database ${name} owner to ${owner}; revoke all on database ${name} from public;
     grant connect on database ${name} to ${app}, ${read}`,
  );
}

/**
 * Changes with what the migrations would say to an empty database, however many functions lie between a migration and
 * its statements, with the code that provisions, and with the passwords it gives to the roles.
 */
async function fingerprint(service: string, { migrations }: platform.DatabaseDefinition): Promise<string> {
  const hash = createHash('sha256')
    .update(platform.provisionDatabase.toString())
    .update(password(service, 'app'));
  const said = (text: string): Promise<unknown[]> => {
    hash.update(text);
    return Promise.resolve([]);
  };
  const listener = { query: said } as unknown as QueryRunner;
  for (const Migration of migrations) {
    hash.update(Migration.toString());
    // One that looks at rows before it goes on may fail here; its own text is in the hash already.
    await new Migration().up(listener).catch(() => undefined);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The same in every test process without being written down anywhere. */
function password(service: string, role: platform.DatabaseRole): string {
  const key = new URL(server('postgres')).password;
  return createHmac('sha256', key).update(roleOf(service, role)).digest('hex');
}

function roleOf(service: string, role: platform.DatabaseRole): string {
  return `${environment}_dhanman_${service}_${role}`;
}

function address(database: string, user?: string, secret = ''): string {
  const url = new URL(server('postgres'));
  url.pathname = `/${database}`;
  if (user !== undefined) [url.username, url.password] = [user, secret];
  return url.href;
}
