import type { EntityManager, EntitySchema, FindOptionsRelations, FindOptionsWhere } from 'typeorm';
import { traceOf } from './audit/masked.js';
import { changedParts, type Changes, entityIdOf, type TrailEntry, trailValues } from './audit/trail.js';
import { tellChange } from './changes/change-feed.js';
import { audited, columnsOf, type Columns, quoted, valueOf, withGenerated } from './database/columns.js';
import { runPrepared } from './database/prepared.js';
import { NotFound, Stale } from './database/errors.js';

export interface Versioned {
  readonly version: number;
}

export type Key<T> = FindOptionsWhere<T>;

/** Stores a new entity, with its trace for the audit, and returns it with what the database filled in: version and times. */
export async function add<T extends object>(
  tx: EntityManager,
  table: EntitySchema<T>,
  entity: T,
): Promise<T> {
  const columns = columnsOf(tx, table);
  const values = columns.written.map((column) => valueOf(tx, column, entity));
  const changes: Changes = {};
  for (const [index, column] of columns.written.entries()) {
    const value = traceOf(column, values[index]);
    if (value !== null && !isAddress(column)) changes[column.propertyPath] = [null, value];
  }
  const trail = trailValues(traceFor(columns, entity, changes));
  const row = await runPrepared(tx, {
    name: columns.insertName,
    text: columns.insert,
    values: [...values, ...trail],
  });
  return told(tx, columns, withGenerated(tx, columns, entity, row));
}

/**
 * The only way to update an aggregate: it is read under a row lock, a function says what it becomes, and the result is
 * stored against the version that was read. Two writers take turns; neither can undo the other. What changed is written
 * to the audit trail by the same statement.
 */
export async function change<T extends Versioned>(
  tx: EntityManager,
  table: EntitySchema<T>,
  key: Key<T>,
  next: (current: T) => T | Promise<T>,
): Promise<T> {
  const columns = columnsOf(tx, table);
  const parts = columns.metadata.relations.filter((relation) => relation.isCascadeInsert);
  const current = await tx.findOne(table, {
    where: key,
    lock: { mode: 'pessimistic_write' },
    // A locked outer join is refused by Postgres, so that the parts come by queries of their own.
    relationLoadStrategy: 'query',
    relations: Object.fromEntries(parts.map((part) => [part.propertyName, true])) as FindOptionsRelations<T>,
  });
  if (!current) throw new NotFound(columns.metadata.tableName.replaceAll('_', '-'));
  const changed = await next(current);
  if (changed === current) return current;
  const stored = await update(tx, columns, current, changed);
  // Children are compared and written by TypeORM; the row above already holds the new version.
  if (parts.length > 0) await tx.save(table, stored);
  return stored;
}

/** Refuses to go on when the caller saw another version; for `If-Match`. */
export function atVersion<T extends Versioned>(current: T, version: number): T {
  if (current.version !== version) throw new Stale(current.version);
  return current;
}

async function update<T extends Versioned>(
  tx: EntityManager,
  columns: Columns,
  current: T,
  changed: T,
): Promise<T> {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const differences = differencesOf(tx, columns, current, changed);
  const assignments = differences.map(
    ({ column, after }) => `${quoted(column.databaseName)} = ${place(after)}`,
  );
  // Naming the version moves it even when only children changed; the database itself counts it up by one.
  assignments.push('version = version');
  const guards = columns.keys.map(
    (column) => `${quoted(column.databaseName)} = ${place(valueOf(tx, column, current))}`,
  );
  guards.push(`version = ${place(current.version)}`);
  const statement = `update ${columns.table} set ${assignments.join(', ')} where ${guards.join(' and ')}`;
  const sql = audited(statement, { action: 'changed', firstPlace: values.length + 1, ...columns });
  const traces = differences.map(({ column, before, after }) => [
    column.propertyPath,
    [traceOf(column, before), traceOf(column, after)],
  ]);
  const changes = {
    ...(Object.fromEntries(traces) as Changes),
    ...changedParts(columns.metadata, current, changed),
  };
  const trail = trailValues(traceFor(columns, changed, changes));
  const [row] = await tx.query<Record<string, unknown>[]>(sql, [...values, ...trail]);
  if (!row) throw new Stale(current.version);
  return told(tx, columns, withGenerated(tx, columns, changed, row));
}

function told<T extends object>(tx: EntityManager, { metadata }: Columns, stored: T): T {
  tellChange(tx, metadata, stored);
  return stored;
}

/** Where a record lies is said by the entry itself. */
function isAddress({ isPrimary, propertyName }: Columns['written'][number]): boolean {
  return isPrimary || propertyName === 'companyId';
}

function differencesOf(tx: EntityManager, { metadata }: Columns, current: object, changed: object) {
  return metadata.columns
    .filter((column) => column.isUpdate && !column.isPrimary)
    .map((column) => ({ column, before: valueOf(tx, column, current), after: valueOf(tx, column, changed) }))
    .filter(({ before, after }) => !isSame(before, after));
}

function traceFor({ metadata }: Columns, entity: object, changes: Changes): TrailEntry {
  const { companyId } = entity as { readonly companyId?: unknown };
  return { companyId, entityId: entityIdOf(metadata, entity), changes };
}

function isSame(before: unknown, after: unknown): boolean {
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime();
  return Object.is(before, after) || JSON.stringify(before) === JSON.stringify(after);
}
