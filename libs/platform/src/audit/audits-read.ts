import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '../auth/actor.js';
import { correlation } from '../correlation.js';
import type { Database } from '../database/database.js';
import { servedBy } from '../http/answer.js';
import { type AuditedReading, auditsReadKey } from './audited-reading.js';
import { RecentReadings } from './recent-readings.js';
import { trailInsert, trailValues } from './trail.js';

/** A hook for every answer; it costs a route without the marker one look. */
export function traceOfReading(database: Database) {
  const recent = new RecentReadings();
  return async (request: FastifyRequest & RequestWithActor, answer: unknown): Promise<void> => {
    const reading = readingOf(request);
    const { actor } = request;
    if (reading === undefined || !actor) return;
    const { entity, oncePer } = reading;
    const { organizationId, companyId } = actor;
    const nameOf = (id: string): string => readingBy(organizationId, entity, id);
    const shown = readIn(reading, answer, organizationId);
    const ids = oncePer === undefined ? shown : shown.filter((id) => !recent.has(nameOf(id)));
    if (ids.length === 0) return;
    await database.transaction({ organizationId, companyId }, async (tx) => {
      for (const entityId of ids) await tx.query(statement(entity), trailValues({ entityId, changes: {} }));
    });
    if (oncePer !== undefined) for (const id of ids) recent.note(nameOf(id));
  };
}

/** Who reads what, for whom and from where, as the trace would say. */
function readingBy(...what: readonly string[]): string {
  const { actorId, actingFor, address } = correlation.current() ?? {};
  return JSON.stringify([...what, actorId, actingFor, address]);
}

function readingOf(request: FastifyRequest): AuditedReading | undefined {
  const { controller, method } = servedBy(request) ?? {};
  const handler = (controller?.prototype as Record<string, object> | undefined)?.[method ?? ''];
  return handler && (Reflect.getMetadata(auditsReadKey, handler) as AuditedReading | undefined);
}

function readIn({ of }: AuditedReading, answer: unknown, organizationId: string): readonly string[] {
  if (of !== 'file') return shownIn(answer);
  return isFile(answer) ? [organizationId] : [];
}

function statement(entity: string): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(entity)) throw new TypeError(`"${entity}" names no record.`);
  return trailInsert({ action: 'read', entity, version: 'null', written: '(select) as one', firstPlace: 1 });
}

/** What leaves as it is read, and is no record. */
export function isFile(answer: unknown): boolean {
  return typeof (answer as { readonly pipe?: unknown } | null | undefined)?.pipe === 'function';
}

/** The records of an answer: one, or those of a page. */
function shownIn(answer: unknown): readonly string[] {
  const { id, items } = (answer ?? {}) as { readonly id?: unknown; readonly items?: unknown };
  if (Array.isArray(items)) return items.flatMap(shownIn);
  return typeof id === 'string' ? [id] : [];
}
