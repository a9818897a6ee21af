import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '../auth/actor.js';
import type { Database } from '../database/database.js';
import { servedBy } from '../http/answer.js';
import { trailInsert, trailValues } from './trail.js';

const auditsReadKey = 'dhanman:audits-read';

/**
 * Who reads this route leaves a trace on every record it shows, such as a payslip. Without the trace nothing is shown:
 * it is stored before the answer leaves.
 */
export const AuditsRead = (entity: string) => SetMetadata(auditsReadKey, entity);

/** A hook for every answer; it costs a route without the marker one look. */
export function traceOfReading(database: Database) {
  return async (request: FastifyRequest & RequestWithActor, answer: unknown): Promise<void> => {
    const { controller, method } = servedBy(request) ?? {};
    const handler = (controller?.prototype as Record<string, object> | undefined)?.[method ?? ''];
    const entity = handler && (Reflect.getMetadata(auditsReadKey, handler) as string | undefined);
    const { actor } = request;
    if (entity === undefined || !actor) return;
    const ids = shownIn(answer);
    const { organizationId, companyId } = actor;
    await database.transaction({ organizationId, companyId }, async (tx) => {
      for (const entityId of ids) await tx.query(statement(entity), trailValues({ entityId, changes: {} }));
    });
  };
}

function statement(entity: string): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(entity)) throw new TypeError(`"${entity}" names no record.`);
  return trailInsert({ action: 'read', entity, version: 'null', written: '(select) as one', firstPlace: 1 });
}

/** The records of an answer: one, or those of a page. */
function shownIn(answer: unknown): readonly string[] {
  const { id, items } = (answer ?? {}) as { readonly id?: unknown; readonly items?: unknown };
  if (Array.isArray(items)) return items.flatMap(shownIn);
  return typeof id === 'string' ? [id] : [];
}
