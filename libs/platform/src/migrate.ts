import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSource } from 'typeorm';
import { type DatabaseDefinition, dataSourceFor, migrationTable } from './database/define-database.js';
import { serverError } from './database/sqlstate.js';
import { closeAppendOnlyTables } from './database/tenant-table.js';
import { readSecret } from './secrets.js';

const lockNotAvailable = '55P03';
const attempts = 5;

/** Brings a database up to date as its owner and names what was applied. Two at a time take turns. */
export async function migrate(definition: DatabaseDefinition, ownerUrl: string): Promise<readonly string[]> {
  const source = dataSourceFor(definition, {
    url: ownerUrl,
    applicationName: 'migrate',
    // A migration that cannot have its lock at once must not make the whole service queue up behind it.
    pool: { max: 2, connectionTimeoutMillis: 10_000, lock_timeout: 2_000 },
  });
  await source.initialize();
  try {
    return await oneAtATime(source, () => applied(source));
  } finally {
    await source.destroy();
  }
}

async function applied(source: DataSource): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const migrations = await source.runMigrations({ transaction: 'each' });
      await closeMigrationTable(source);
      await source.query(closeAppendOnlyTables);
      return migrations.map(({ name }) => name);
    } catch (error) {
      if (attempt === attempts || serverError(error)?.code !== lockNotAvailable) throw error;
      await new Promise((continued) => setTimeout(continued, 500 * attempt));
    }
  }
}

async function oneAtATime<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.query(`set lock_timeout = '60s'`);
    await runner.query(`select pg_advisory_lock(hashtext('migrate'))`);
    return await work();
  } finally {
    await runner.query('select pg_advisory_unlock_all()');
    await runner.query('reset lock_timeout');
    await runner.release();
  }
}

/** The application may see which migrations ran, never claim that one did. */
async function closeMigrationTable(source: DataSource): Promise<void> {
  await source.query(`
    do $$
    declare grantee regrole;
    begin
      for grantee in
        select distinct acl.grantee::regrole from pg_class, aclexplode(relacl) acl
        where oid = '${migrationTable}'::regclass and acl.grantee <> relowner and acl.grantee <> 0
      loop
        execute format('revoke insert, update, delete on ${migrationTable} from %s', grantee);
      end loop;
    end $$`);
}

async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('usage: migrate.js <path of a built database.js>');
  const secret = readSecret('DATABASE_OWNER_URL', process.env);
  if ('complaint' in secret) throw new Error(secret.complaint);
  if (secret.value === undefined) throw new Error('DATABASE_OWNER_URL is missing');
  const { database } = (await import(pathToFileURL(resolve(path)).href)) as { database: DatabaseDefinition };
  const names = await migrate(database, secret.value);
  process.stdout.write(
    names.length === 0 ? 'up to date\n' : names.map((name) => `applied ${name}\n`).join(''),
  );
}

if (import.meta.main) {
  main(process.argv[2]).catch((error: unknown) => {
    process.stderr.write(`cannot migrate: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
