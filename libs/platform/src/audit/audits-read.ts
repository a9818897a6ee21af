import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '../auth/actor.js';
import { correlation } from '../correlation.js';
import type { Database } from '../database/database.js';
import { servedBy } from '../http/answer.js';
import { type AuditedReading, auditsReadKey } from './audited-reading.js';
import { RecentReadings } from './recent-readings.js';
import { type TrailEntry, trailInsert, trailValues } from './trail.js';

/** A hook for every answer; it costs a route without the marker one look. */
export function traceOfReading(database: Database) {
  const recent = new RecentReadings();
  return async (request: FastifyRequest & RequestWithActor, answer: unknown): Promise<void> => {
    const reading = readingOf(request);
    const { actor } = request;
    if (reading === undefined || !actor) return;
    const { entity, oncePer } = reading;
    const { organizationId, companyId } = actor;
    // Another page of a list, or another search in it, is another reading.
    const page = reading.of === 'list' ? request.url : '';
    const nameOf = ({ entityId }: TrailEntry): string => readingBy(organizationId, entity, entityId, page);
    const shown = readIn(reading, answer, request);
    const traces = oncePer === undefined ? shown : shown.filter((trace) => !recent.has(nameOf(trace)));
    if (traces.length === 0) return;
    await database.transaction({ organizationId, companyId }, async (tx) => {
      for (const trace of traces) await tx.query(statement(entity), trailValues(trace));
    });
    if (oncePer !== undefined) for (const trace of traces) recent.note(nameOf(trace));
  };
}

/** Who reads what, for whom and from where, as the trace would say. */
function readingBy(...what: readonly string[]): string {
  const { actorId, actingFor, byToken, address } = correlation.current() ?? {};
  return JSON.stringify([...what, actorId, actingFor, byToken, address]);
}

function readingOf(request: FastifyRequest): AuditedReading | undefined {
  const { controller, method } = servedBy(request) ?? {};
  const handler = (controller?.prototype as Record<string, object> | undefined)?.[method ?? ''];
  return handler && (Reflect.getMetadata(auditsReadKey, handler) as AuditedReading | undefined);
}

type Question = Pick<FastifyRequest & RequestWithActor, 'query' | 'actor'>;

function readIn(
  { of, listed = '' }: AuditedReading,
  answer: unknown,
  { query, actor }: Question,
): readonly TrailEntry[] {
  if (of === 'list') return [{ entityId: listed, changes: listIn(answer, query) }];
  const ids = of === 'file' ? takenIn(answer, actor) : shownIn(answer);
  return ids.map((entityId) => ({ entityId, changes: {} }));
}

/** The same question answered page by page is no file, and leaves no trace. */
function takenIn(answer: unknown, actor: RequestWithActor['actor']): readonly string[] {
  return actor && isFile(answer) ? [actor.organizationId] : [];
}

/** They say which part of a list comes in which order, and not what was looked for. */
const paging: readonly string[] = ['cursor', 'limit', 'sort'];

function listIn(answer: unknown, query: unknown): TrailEntry['changes'] {
  const looked = Object.entries(query as object).filter(([name]) => !paging.includes(name));
  const { items } = answer as { readonly items: readonly unknown[] };
  const filter = Object.fromEntries<unknown>(looked);
  return { ...(looked.length > 0 && { filter: [null, filter] }), rows: [null, items.length] };
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
