import type { DataSource, EntityManager, EntityMetadata, EntitySchema } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { entityNameOf, trailInsert } from '../audit/trail.js';

/** What the statements of one table need, worked out once from its mapping. */
export interface Columns {
  readonly table: string;
  readonly written: readonly ColumnMetadata[];
  readonly keys: readonly ColumnMetadata[];
  /** Filled by the database: version, time of creation, time of the last change. */
  readonly generated: readonly ColumnMetadata[];
  readonly insert: string;
  readonly insertName: string;
  readonly metadata: EntityMetadata;
}

const known = new WeakMap<DataSource, Map<object, Columns>>();

/** TypeORM looks a mapping up by comparing names with all others; a statement of every request should not. */
export function columnsOf<T extends object>(tx: EntityManager, table: EntitySchema<T>): Columns {
  const { dataSource } = tx;
  const tables = known.get(dataSource) ?? new Map<object, Columns>();
  known.set(dataSource, tables);
  let columns = tables.get(table);
  if (!columns) tables.set(table, (columns = workOut(dataSource.getMetadata(table))));
  return columns;
}

function workOut(metadata: EntityMetadata): Columns {
  const written = metadata.columns.filter((column) => column.isInsert);
  const generated = metadata.columns.filter((column) => !column.isInsert);
  const places = written.map((_, index) => `$${index + 1}`).join(', ');
  const table = quoted(metadata.tableName);
  return {
    table,
    written,
    keys: metadata.primaryColumns,
    generated,
    insertName: `add ${metadata.tableName}`,
    insert: audited(`insert into ${table} (${names(written)}) values (${places})`, {
      action: 'created',
      firstPlace: written.length + 1,
      metadata,
      generated,
    }),
    metadata,
  };
}

/** A statement that writes one row, its trace in the audit trail, and what the database filled in. */
export function audited(
  statement: string,
  of: {
    readonly action: 'created' | 'changed';
    readonly firstPlace: number;
    readonly metadata: EntityMetadata;
    readonly generated: readonly ColumnMetadata[];
  },
): string {
  const { action, firstPlace, metadata, generated } = of;
  const version = generated.some(({ databaseName }) => databaseName === 'version') ? 'version' : 'null';
  const entity = entityNameOf(metadata);
  const filledIn = generated.length > 0 ? names(generated) : 'true as written';
  return `with written as (${statement} returning ${filledIn}),
    trail as (${trailInsert({ action, entity, version, written: 'written', firstPlace })})
    select * from written`;
}

/** The value as the driver wants it, taken from the object and its embedded values. */
export function valueOf(tx: EntityManager, column: ColumnMetadata, entity: object): unknown {
  const value: unknown = tx.dataSource.driver.preparePersistentValue(column.getEntityValue(entity), column);
  return value ?? null;
}

/** A copy of the entity with the columns the database filled in. The entity itself stays as it was. */
export function withGenerated<T extends object>(
  tx: EntityManager,
  columns: Columns,
  entity: T,
  row: Readonly<Record<string, unknown>>,
): T {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(entity) as object) as T, entity);
  for (const column of columns.generated) {
    column.setEntityValue(copy, tx.dataSource.driver.prepareHydratedValue(row[column.databaseName], column));
  }
  return copy;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function names(columns: readonly ColumnMetadata[]): string {
  return columns.map((column) => quoted(column.databaseName)).join(', ');
}
