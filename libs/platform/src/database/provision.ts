import pg from 'pg';

export interface Provision {
  readonly environment: string;
  readonly service: string;
  readonly passwords: Readonly<Record<DatabaseRole, string>>;
  /** For tests that clone a prepared database under a name of their own. */
  readonly database?: string;
}

export type DatabaseRole = 'owner' | 'app' | 'read';

export interface Provisioned {
  readonly database: string;
  readonly urls: Readonly<Record<DatabaseRole, string>>;
}

/**
 * Makes the database of a service and its three roles, or puts right what is there: `owner` migrates, `app` serves and
 * can neither bypass row policies nor change tables, `read` looks. May run again at any time; passwords are set anew.
 */
export async function provisionDatabase(adminUrl: string, provision: Provision): Promise<Provisioned> {
  const { environment, service, passwords } = provision;
  const database = provision.database ?? `${environment}-dhanman-${service}`;
  const role = (name: DatabaseRole): string => `${environment}_dhanman_${service}_${name}`;
  await asAdmin(adminUrl, async (admin) => {
    for (const name of ['owner', 'app', 'read'] as const)
      await ensureRole(admin, role(name), passwords[name]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
    // Only a member of the owning role may give it a database; a superuser is, an ordinary administrator becomes one.
    await admin.query(`grant ${id(role('owner'))} to current_user`);
    if (rowCount === 0) await admin.query(`create database ${id(database)} owner ${id(role('owner'))}`);
    await admin.query(`revoke all on database ${id(database)} from public`);
    await admin.query(`grant connect on database ${id(database)} to ${id(role('app'))}, ${id(role('read'))}`);
  });
  await asAdmin(withDatabase(adminUrl, database), (admin) => grant(admin, role));
  const url = (name: DatabaseRole): string =>
    withLogin(withDatabase(adminUrl, database), role(name), passwords[name]);
  return { database, urls: { owner: url('owner'), app: url('app'), read: url('read') } };
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  // So that a server that logs statements does not log this one; an administrator who may not set it goes on without.
  await admin.query(`set log_statement = 'none'`).catch(() => undefined);
  await admin.query(
    `${verb} role ${id(role)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
     password ${pg.escapeLiteral(password)}`,
  );
}

async function grant(admin: pg.Client, role: (name: DatabaseRole) => string): Promise<void> {
  const [owner, app, read] = [id(role('owner')), id(role('app')), id(role('read'))];
  const everything = 'in schema public';
  for (const statement of [
    'revoke all on schema public from public',
    `grant usage, create on schema public to ${owner}`,
    `grant usage on schema public to ${app}, ${read}`,
    `grant select, insert, update, delete on all tables ${everything} to ${app}`,
    `grant usage on all sequences ${everything} to ${app}`,
    `grant select on all tables ${everything} to ${read}`,
    `alter default privileges for role ${owner} ${everything} grant select, insert, update, delete on tables to ${app}`,
    `alter default privileges for role ${owner} ${everything} grant usage on sequences to ${app}`,
    `alter default privileges for role ${owner} ${everything} grant select on tables to ${read}`,
  ]) {
    await admin.query(statement);
  }
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url, application_name: 'provision' });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

function id(name: string): string {
  return pg.escapeIdentifier(name);
}
