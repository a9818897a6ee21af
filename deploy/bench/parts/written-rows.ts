// What some work has written into a database, as statements that write the same rows into tables without rules: the floor
// of that work is what the product really stores, not what somebody remembers of it.
import { query } from '@dhanman/testing';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/**
 * One statement for each row that `work` wrote, and tables for them named `floor_…` with the columns and indexes of the
 * real ones. Ids and organizations are new in every row, so that it can be written as often as wanted.
 */
export async function rowsWrittenBy(
  url: string,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const columns = await query<Column>(url, columnsOf, [tables]);
  const [before] = await query<{ id: string }>(url, 'select pg_current_xact_id()::text as id');
  await work();
  const statements: string[] = [];
  for (const table of tables) {
    await query(
      url,
      `create table if not exists floor_${table} (like ${table} including defaults including indexes)`,
    );
    const own = columns.filter((column) => column.table === table);
    const rows = await query<{ values: readonly string[] }>(url, rowsOf(table, own), [before?.id]);
    statements.push(...rows.map(({ values }) => insert(table, own, values)));
  }
  return statements;
}

const columnsOf = `
  select relname as table, attname as name, format_type(atttypid, atttypmod) as type
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relname = any($1) and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    and attgenerated = '' and attidentity = ''
  order by attnum`;

function rowsOf(table: string, columns: readonly Column[]): string {
  const values = columns.map(({ name }) => `quote_nullable(${name}::text)`).join(', ');
  return `select array[${values}] as values from ${table} where xmin::text::bigint > $1::bigint`;
}

function insert(table: string, columns: readonly Column[], values: readonly string[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  const literals = columns.map(({ name, type }, index) =>
    isNew(name, type) ? 'gen_random_uuid()' : `${values[index] ?? 'null'}::${type}`,
  );
  return `insert into floor_${table} (${names}) values (${literals.join(', ')});`;
}

function isNew(name: string, type: string): boolean {
  return type === 'uuid' && ['id', 'organization_id', 'message_id'].includes(name);
}
