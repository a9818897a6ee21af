import type { QueryRunner } from 'typeorm';
import { quoted } from './columns.js';

/** First migration of every service: what its tables need in common. */
export async function baseline(queryRunner: QueryRunner): Promise<void> {
  // An update that names a version other than the stored one was decided on stale data: it is refused here as well,
  // so that no code path, however careless, can undo another writer or move a version backwards.
  await queryRunner.query(`
    create function next_version() returns trigger language plpgsql as $$
    begin
      if new.version is distinct from old.version then
        raise exception 'row of % was changed meanwhile', tg_table_name using errcode = 'DH001';
      end if;
      new.version := old.version + 1;
      new.updated_at := now();
      return new;
    end $$`);
}

/**
 * For a migration: closes a table to everybody but the tenant a transaction names. Rows of other organizations do not
 * exist for it; where the table has a `company_id` and the transaction names a company, neither do those of other
 * companies. Without a named organization it sees nothing. Forced, so that it holds for the owner too.
 */
export async function tenantTable(queryRunner: QueryRunner, name: string): Promise<void> {
  const table = quoted(name);
  const columns = await columnNames(queryRunner, name);
  // After the first transaction of a connection the setting is an empty string, not null: nullif keeps the cast legal.
  const organization = `organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`;
  const company = `nullif(current_setting('app.company_id', true), '')::uuid`;
  const visible = columns.has('company_id')
    ? `${organization} and (${company} is null or company_id = ${company})`
    : organization;
  await queryRunner.query(`alter table ${table} enable row level security`);
  await queryRunner.query(`alter table ${table} force row level security`);
  await queryRunner.query(`create policy tenant on ${table} using (${visible}) with check (${visible})`);
  if (columns.has('version')) await countVersions(queryRunner, table);
}

/** For a migration: a table of no tenant whose rows are changed with `change`. It is named in `sharedTables`. */
export async function sharedTable(queryRunner: QueryRunner, name: string): Promise<void> {
  await countVersions(queryRunner, quoted(name));
}

/** For a migration: whoever may only read, for reports, may not read this one. It holds credentials or everybody's. */
export async function closedTable(queryRunner: QueryRunner, name: string): Promise<void> {
  const table = quoted(name);
  const readers = (await queryRunner.query(
    `select acl.grantee::regrole::text as role from pg_class, aclexplode(relacl) acl
     where oid = $1::regclass and acl.grantee not in (relowner, 0)
     group by acl.grantee having not bool_or(privilege_type = 'INSERT')`,
    [table],
  )) as { role: string }[];
  for (const { role } of readers) await queryRunner.query(`revoke all on ${table} from ${role}`);
}

async function countVersions(queryRunner: QueryRunner, table: string): Promise<void> {
  await queryRunner.query(
    `create trigger next_version before update on ${table} for each row execute function next_version()`,
  );
}

/**
 * For a migration: rows of the table can be added and read, and nothing else, by nobody. The trigger holds for the owner
 * too; the grants are taken back after every run of the migrations, because provisioning gives them anew.
 */
export async function appendOnlyTable(queryRunner: QueryRunner, name: string): Promise<void> {
  const table = quoted(name);
  await queryRunner.query(`
    create function ${quoted(`${name}_is_append_only`)}() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'DH002';
    end $$;
    create trigger append_only before update or delete or truncate on ${table}
      for each statement execute function ${quoted(`${name}_is_append_only`)}()`);
}

/** Takes back from every role but the owner what no role may do to these tables. */
export const closeAppendOnlyTables = `
  do $$
  declare
    closed record;
  begin
    for closed in
      select distinct tgrelid::regclass as name, acl.grantee::regrole as grantee
      from pg_trigger join pg_class on pg_class.oid = tgrelid, aclexplode(relacl) acl
      where tgname = 'append_only' and acl.grantee not in (relowner, 0)
    loop
      execute format('revoke update, delete, truncate on %s from %s', closed.name, closed.grantee);
    end loop;
  end $$`;

async function columnNames(queryRunner: QueryRunner, table: string): Promise<ReadonlySet<string>> {
  const rows = (await queryRunner.query(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [quoted(table)],
  )) as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}
