import { newId } from '@dhanman/kernel';
import type { EntityMetadata } from 'typeorm';
import { correlation } from '../correlation.js';
import { traceOf } from './masked.js';

/** Field → what it was and what it is. */
export type Changes = Record<string, readonly [before: unknown, after: unknown]>;

export interface TrailEntry {
  readonly companyId?: unknown;
  readonly entityId: string;
  readonly changes: Changes;
}

const columns = [
  ...['organization_id', 'company_id', 'action', 'entity', 'entity_version', 'id', 'at', 'entity_id'],
  ...['changes', 'actor', 'acting_for', 'address', 'request_id', 'correlation_id', 'by_token'],
].join(', ');

/**
 * Part of a statement that changes a row: an insert into the trail for each row of `written`, the name of the part before
 * it. One statement, so that there is no way to change without leaving a trace, and no second trip to the server.
 */
export function trailInsert(of: {
  readonly action: 'created' | 'changed' | 'read';
  readonly entity: string;
  readonly version: string;
  readonly written: string;
  /** The placeholder of the first of the `trailValues`. */
  readonly firstPlace: number;
}): string {
  const place = (offset: number, type: string): string => `$${of.firstPlace + offset}::${type}`;
  const company = `coalesce(nullif(current_setting('app.company_id', true), '')::uuid, ${place(9, 'uuid')})`;
  return `insert into audit (${columns})
    select nullif(current_setting('app.organization_id', true), '')::uuid, ${company}, '${of.action}', '${of.entity}',
      ${of.version}, ${place(0, 'uuid')}, to_timestamp(${place(1, 'double precision')} / 1000), ${place(2, 'text')},
      ${place(3, 'json')}, ${place(4, 'text')}, ${place(5, 'text')}, ${place(6, 'inet')}, ${place(7, 'text')},
      ${place(8, 'text')}, ${place(10, 'uuid')} from ${of.written}`;
}

/** Who and from where is read from what the running code works for, which the door and the message layer set. */
export function trailValues({ companyId, entityId, changes }: TrailEntry): unknown[] {
  const id = newId();
  const { actorId, actingFor, address, requestId, correlationId, byToken } = correlation.current() ?? {};
  return [
    ...[id, millisecondsOf(id), entityId, JSON.stringify(changes)],
    ...[actorId, actingFor, address, requestId, correlationId, companyId, byToken].map(
      (value) => value ?? null,
    ),
  ];
}

/** The first 48 bits of a UUIDv7 are the time it was made. */
function millisecondsOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** What names the record inside its organization. */
export function entityIdOf(metadata: EntityMetadata, entity: object): string {
  return metadata.primaryColumns
    .filter(({ propertyName }) => propertyName !== 'organizationId')
    .map((column) => String(column.getEntityValue(entity)))
    .join('/');
}

export function entityNameOf({ tableName }: Pick<EntityMetadata, 'tableName'>): string {
  return tableName.replaceAll('_', '-');
}

/** The parts of an aggregate, such as the lines of a document, as far as they are not the same as before. */
export function changedParts(metadata: EntityMetadata, before: object, after: object): Changes {
  const changes: Changes = {};
  for (const relation of metadata.relations) {
    if (!relation.isCascadeInsert) continue;
    const [was, is] = [before, after].map((entity) =>
      partsOf(relation.inverseEntityMetadata, relation.getEntityValue(entity)),
    );
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[relation.propertyName] = [was, is];
  }
  return changes;
}

function partsOf(metadata: EntityMetadata, value: unknown): readonly object[] {
  const parts = Array.isArray(value)
    ? (value as object[])
    : [value as object | undefined].filter((one) => !!one);
  return parts.map((part) =>
    Object.fromEntries(
      metadata.columns
        .filter((column) => !column.relationMetadata && column.propertyName !== 'organizationId')
        .map((column) => [column.propertyName, traceOf(column, column.getEntityValue(part))]),
    ),
  );
}
