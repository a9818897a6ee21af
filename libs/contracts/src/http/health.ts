import { z } from 'zod';

/** `degraded` still serves requests; `down` does not. */
export const HealthStatus = z.enum(['ok', 'degraded', 'down']);

export const HealthCheckResult = z
  .object({
    status: HealthStatus,
    /** One sentence without addresses or secrets; absent when all is well. */
    detail: z.string().optional(),
  })
  .meta({ id: 'HealthCheckResult' });

export const Health = z
  .object({
    status: HealthStatus,
    service: z.string(),
    version: z.string(),
    checks: z.record(z.string(), HealthCheckResult),
  })
  .meta({ id: 'Health', description: 'State of a service and of what it depends on.' });

export type HealthStatus = z.infer<typeof HealthStatus>;
export type HealthCheckResult = z.infer<typeof HealthCheckResult>;
export type Health = z.infer<typeof Health>;
