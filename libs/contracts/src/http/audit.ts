import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from './shared.js';

export const AuditAction = z.enum(['created', 'changed', 'read']);

/** One field, as it was and as it is; of numbers that nobody may see in full only the end is kept. */
export const AuditChange = z
  .object({ field: z.string(), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'AuditChange' });

export const AuditEntry = z
  .object({
    id: Id,
    companyId: Id.nullable(),
    at: Instant,
    action: AuditAction,
    entity: z.string(),
    entityId: z.string(),
    entityVersion: z.int().nullable(),
    changes: z.array(AuditChange),
    actor: z.string().nullable().meta({ description: 'Who did it; null is the service itself.' }),
    actingFor: z.string().nullable().meta({ description: 'In whose place the actor did it.' }),
    byToken: Id.nullable().meta({ description: 'The personal token with which the actor came.' }),
    address: z.string().nullable().meta({ description: 'Where the request came from.' }),
    requestId: z.string().nullable(),
    correlationId: z.string().nullable().meta({ description: 'The same in all services for one cause.' }),
  })
  .meta({ id: 'AuditEntry' });

export const AuditPage = pageOf('AuditPage', AuditEntry);

export const ListAudit = z.strictObject({
  ...pageQuery,
  sort: z.enum(['at', '-at']).optional().meta({ default: '-at' }),
  entity: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, 'must be the name of a kind of record such as invoice')
    .max(60)
    .optional(),
  entityId: z.string().min(1).max(200).optional(),
  actor: z.string().min(1).max(255).optional(),
  action: AuditAction.optional(),
  correlationId: z.string().min(1).max(128).optional(),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .meta({ description: 'All that is found as one file, a line for each changed field.', default: 'json' }),
  from: Instant.optional().meta({ description: 'The first instant that is looked at.' }),
  to: Instant.optional().meta({ description: 'The instant after the last one that is looked at.' }),
});

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditPage = z.infer<typeof AuditPage>;
export type ListAudit = z.infer<typeof ListAudit>;
