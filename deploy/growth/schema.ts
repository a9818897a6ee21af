// What a migrated database says about its own tables: enough to judge whether they can be spread over machines.
import type pg from 'pg';

export interface Key {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Reference extends Key {
  readonly table: string;
  /** The columns of that table, in the order of `columns`. */
  readonly referenced: readonly string[];
}

export interface Table {
  readonly name: string;
  /** Whether `organization_id` is a uuid that is never null; null when there is no such column. */
  readonly isOfOrganization: boolean | null;
  /** Primary key, unique constraints, unique indexes and exclusions. */
  readonly keys: readonly Key[];
  readonly references: readonly Reference[];
  readonly triggers: readonly string[];
}

/** Partitions are left out: they go where their table goes. */
export async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  return (await client.query<Table>(tables)).rows;
}

const tables = `
  select whole.relname as name,
    (select attnotnull and atttypid = 'uuid'::regtype from pg_attribute
      where attrelid = whole.oid and attname = 'organization_id' and not attisdropped) as "isOfOrganization",
    array(select json_build_object('name', index.relname, 'columns', array(
        -- An expression has no column; what is only included in the index does not make it unique.
        select attname from unnest((indkey::int2[])[0:indnkeyatts - 1]) as part (number)
          join pg_attribute on attrelid = whole.oid and attnum = part.number))
      from pg_index join pg_class index on index.oid = indexrelid
      where indrelid = whole.oid and (indisunique or indisexclusion) order by index.relname) as keys,
    array(select json_build_object('name', conname, 'table', confrelid::regclass::text,
        'columns', array(select attname from unnest(conkey) with ordinality as part (number, place)
          join pg_attribute on attrelid = conrelid and attnum = part.number order by place),
        'referenced', array(select attname from unnest(confkey) with ordinality as part (number, place)
          join pg_attribute on attrelid = confrelid and attnum = part.number order by place))
      from pg_constraint where conrelid = whole.oid and contype = 'f' order by conname) as "references",
    array(select tgname::text from pg_trigger where tgrelid = whole.oid and not tgisinternal order by 1) as triggers
  from pg_class whole
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
  order by name`;
