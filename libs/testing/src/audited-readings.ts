import type { ServiceDefinition } from '@dhanman/platform';
import { query } from './database.js';
import { aMember } from './member.js';
import { operationsExamples } from './operations-examples.js';
import { filled, type Route, routesOf, together } from './routes.js';
import { startService } from './service.js';
import type { Furnish } from './walls.js';

/** A route that says it leaves a trace of who reads, and what it left when somebody did. */
export interface AuditedReading {
  readonly route: Route;
  readonly status: number;
  readonly traces: readonly { readonly entity: string; readonly actor: string }[];
}

/** Reads every route of a service that is declared as audited, as somebody who may, one after the other. */
export async function auditedReadings(
  definition: ServiceDefinition,
  furnish: Furnish,
): Promise<{ readonly reader: string; readonly readings: readonly AuditedReading[] }> {
  const started = await startService(definition);
  const member = await aMember(started);
  const examples = together(await furnish(started, member), await operationsExamples(started, member));
  const readings: AuditedReading[] = [];
  for (const route of routesOf(definition.name).filter(({ auditsRead }) => auditsRead !== undefined)) {
    await query(
      started.database.adminUrl,
      'alter table audit disable trigger append_only; delete from audit',
    );
    const address = `${filled(route, member.companyId, examples)}${route.hasFormats ? '?format=csv' : ''}`;
    const { status } = await started.agent.get(address).set('authorization', `Bearer ${member.token}`);
    const traces = await query<AuditedReading['traces'][number]>(
      started.database.adminUrl,
      `select entity, actor from audit where action = 'read' and organization_id = $1`,
      [member.organizationId],
    );
    readings.push({ route, status, traces });
  }
  await started.stop();
  return { reader: member.personId, readings };
}
