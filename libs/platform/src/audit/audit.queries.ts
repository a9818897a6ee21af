import type { AuditEntry, AuditPage, ListAudit, Permission } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Database } from '../database/database.js';
import { Keyset, type Sorts } from '../database/keyset.js';
import type { Changes } from './trail.js';

/** The id carries the time. */
const sorts: Sorts<'at'> = { at: { sql: 'id', type: 'uuid' } };

const pageOfFile = 500;

interface Row extends Omit<AuditEntry, 'at' | 'changes'> {
  readonly at: Date;
  readonly changes: Changes;
  readonly sortedBy: string;
}

@Injectable()
export class AuditQueries {
  constructor(private readonly db: Database) {}

  /** The same from the first page to the last, each read by itself, so that no transaction is as long as a download. */
  async *all(actor: Actor, permission: Permission, query: ListAudit): AsyncGenerator<AuditPage> {
    let page = await this.list(actor, permission, { ...query, limit: pageOfFile });
    yield page;
    while (page.nextCursor !== null) {
      page = await this.list(actor, permission, { ...query, limit: pageOfFile, cursor: page.nextCursor });
      yield page;
    }
  }

  /** What happened in the companies for which the actor holds the permission; to the organization itself, if over it. */
  async list(actor: Actor, permission: Permission, query: ListAudit): Promise<AuditPage> {
    const companies = [...actor.companyIds].filter((id) => actor.in(id as Id).may(permission));
    const keyset = new Keyset(sorts, '-at', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, company_id as "companyId", at, action, entity, entity_id as "entityId",
        entity_version as "entityVersion", changes, actor, acting_for as "actingFor", by_token as "byToken", host(address) as address,
        request_id as "requestId", correlation_id as "correlationId", ${keyset.select}
      from audit
      where organization_id = ${place(actor.organizationId)}
        and (company_id = any(${place(companies)}::uuid[])
          or company_id is null and ${place(actor.may(permission))}::boolean)
        and ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), toDto));
  }
}

function filters(query: ListAudit, place: (value: unknown) => string): string {
  const equal: readonly (readonly [column: string, value: string | undefined])[] = [
    ['entity', query.entity],
    ['entity_id', query.entityId],
    ['actor', query.actor],
    ['action', query.action],
    ['correlation_id', query.correlationId],
  ];
  const conditions = equal.flatMap(([column, value]) =>
    value === undefined ? [] : [`${column} = ${place(value)}`],
  );
  if (query.from !== undefined) conditions.push(`id >= ${place(firstIdAt(query.from))}::uuid`);
  if (query.to !== undefined) conditions.push(`id < ${place(firstIdAt(query.to))}::uuid`);
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

/** The smallest id of a millisecond, so that a time is looked for in the primary key. */
function firstIdAt(instant: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function toDto({ at, changes, sortedBy: _, ...entry }: Row): AuditEntry {
  return {
    ...entry,
    at: at.toISOString(),
    changes: Object.entries(changes).map(([field, [before, after]]) => ({ field, before, after })),
  };
}
