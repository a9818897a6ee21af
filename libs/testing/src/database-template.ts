import pg from 'pg';
import { isAbandoned } from './private-name.js';

export interface Template {
  /** Templates of one family replace each other: the older ones are dropped when a new one is built. */
  readonly family: string;
  /** Changes with everything the template is made from, so that a changed migration is never tested on old tables. */
  readonly fingerprint: string;
  /** Makes and fills the database of this name. */
  readonly build: (database: string) => Promise<void>;
}

/**
 * Copies a template database, building it first when nobody has. Several test processes may ask at once: building and
 * dropping exclude everybody else through an advisory lock, copying only excludes them.
 */
export async function cloneTemplate(adminUrl: string, template: Template, database: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    while (!(await cloned(admin, template, database))) {
      await locked(admin, 'pg_advisory_lock', template, () => buildUnlessThere(admin, template));
    }
  });
}

/** Drops a database together with whatever is still connected to it. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${quoted(database)} with (force)`));
}

async function cloned(admin: pg.Client, template: Template, database: string): Promise<boolean> {
  return locked(admin, 'pg_advisory_lock_shared', template, async () => {
    if (!(await exists(admin, nameOf(template)))) return false;
    await admin.query(`create database ${quoted(database)} template ${quoted(nameOf(template))}`);
    return true;
  });
}

async function buildUnlessThere(admin: pg.Client, template: Template): Promise<void> {
  if (await exists(admin, nameOf(template))) return;
  for (const old of await databases(admin, prefixOf(template))) {
    await admin.query(`alter database ${quoted(old)} is_template false`);
    await admin.query(`drop database ${quoted(old)} with (force)`);
  }
  for (const name of await databases(admin, 'test-')) {
    if (isAbandoned(name)) await admin.query(`drop database if exists ${quoted(name)} with (force)`);
  }
  // Under another name until it is whole: what a killed process left half-made is found above and dropped.
  const unfinished = `${prefixOf(template)}unfinished`;
  await template.build(unfinished);
  await admin.query(`alter database ${quoted(unfinished)} rename to ${quoted(nameOf(template))}`);
  await admin.query(
    `alter database ${quoted(nameOf(template))} with is_template true allow_connections false`,
  );
}

async function databases(admin: pg.Client, prefix: string): Promise<readonly string[]> {
  const text = 'select datname as name from pg_database where starts_with(datname, $1)';
  const { rows } = await admin.query<{ name: string }>(text, [prefix]);
  return rows.map(({ name }) => name);
}

async function exists(admin: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  return rowCount === 1;
}

async function locked<T>(
  admin: pg.Client,
  lock: 'pg_advisory_lock' | 'pg_advisory_lock_shared',
  template: Template,
  work: () => Promise<T>,
): Promise<T> {
  await admin.query(`select ${lock}(hashtextextended($1, 0))`, [prefixOf(template)]);
  try {
    return await work();
  } finally {
    await admin.query('select pg_advisory_unlock_all()');
  }
}

async function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'tests' });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function prefixOf({ family: name }: Template): string {
  return `template-${name}-`;
}

function nameOf(template: Template): string {
  return prefixOf(template) + template.fingerprint;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
