// What an operator sees and decides about one organization. Every statement runs inside that organization, with the rights
// the services themselves have: row policies keep others out of it here as everywhere.
import type { DirectoryChecksum, OrganizationState } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type * as Operations from '@dhanman/operations';
import { Obstacle } from '../local/machine/obstacle.ts';
import { table } from '../local/terminal/table.ts';
import { services, type ServiceName, serviceNamed } from '../topology.ts';
import type { Answer } from './answer.ts';
import { builtCommon } from './built-common.ts';
import { databaseUrlOf } from './database-url.ts';
import { inOrganization } from './organization-database.ts';
import type { Request } from './request.ts';
import { line } from './text.ts';

export type Transaction = Parameters<Parameters<typeof Operations.inDatabase>[1]>[0];

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly state: OrganizationState;
  readonly plan: string;
  readonly companies: number;
  readonly members: number;
  /** Files in Common, in full MB. */
  readonly storedMegabytes: number;
}

export async function listTenants(request: Request): Promise<Answer> {
  const url = await databaseUrlOf(request, 'common');
  const { inDatabase } = await import('@dhanman/operations');
  const items = await inDatabase(url, async (tx) => {
    const ids = await tx.query<{ id: string }[]>('select id from known_organization order by id');
    const found: Tenant[] = [];
    for (const { id } of ids) found.push(...(await tenantIn(tx, id)));
    return found;
  });
  const { planNamed } = await import('@dhanman/contracts');
  const rows = items.map(({ id, name, state, plan, companies, members, storedMegabytes }) => {
    const limits = planNamed(plan);
    const uses = [
      ...[
        `${String(companies)} of ${String(limits.companies)}`,
        `${String(members)} of ${String(limits.users)}`,
      ],
      `${String(storedMegabytes)} of ${String(limits.storageMegabytes)}`,
    ];
    return [id, line(name), state, plan, ...uses];
  });
  const text = table([['Id', 'Name', 'State', 'Plan', 'Companies', 'Members', 'MB of files'], ...rows]);
  return { isFound: items.length > 0, json: { items }, text: items.length > 0 ? text : 'There is none yet.' };
}

/** As anybody signs up, through the service: the mail with the first password goes out as well. */
export async function createTenant({ environment, signUp, address }: Request): Promise<Answer> {
  const { name, company, person, email } = signUp;
  const here = `http://127.0.0.1:${String(serviceNamed('common').ports[environment])}`;
  const url = new URL('/api/v1/sign-ups', address ?? here);
  const body = { organization: { name }, company: { name: company }, person: { name: person, email } };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Obstacle(`Common does not answer at ${url.origin}: is it running?`);
  });
  const made = (await answer.json()) as { organizationId?: string; detail?: string; errors?: unknown };
  if (made.organizationId === undefined)
    throw new Obstacle(
      `${made.detail ?? 'Refused.'} ${made.errors === undefined ? '' : JSON.stringify(made.errors)}`,
    );
  return { isFound: true, json: made, text: `Made: ${made.organizationId}. The owner gets a mail.` };
}

/** Suspends or resumes it, and tells every service, by the code and the events with which Common does. */
export async function changeTenant(request: Request, verb: 'suspended' | 'resumed'): Promise<Answer> {
  const organizationId = request.organization as Id;
  const { OrganizationsService } = await builtCommon<{
    OrganizationsService: new (database: unknown) => Organizations;
  }>('organizations/organizations.service.js');
  const state = await inOrganization(request, organizationId, async (database) => {
    const organizations = new OrganizationsService(database);
    return database.transaction({ organizationId }, async (tx) => {
      const changed = await organizations.become(tx, { organizationId }, organizationId, (one) =>
        one[verb](),
      );
      return changed.state;
    });
  });
  return { isFound: true, json: { id: organizationId, state }, text: `The organization is ${state} now.` };
}

/** The copies of all services, next to what Common knows. */
export async function checksumsOf(
  request: Request,
): Promise<ReadonlyMap<ServiceName, readonly DirectoryChecksum[]>> {
  const { directoryChecksums } = await import('@dhanman/platform');
  const { inDatabase } = await import('@dhanman/operations');
  const organizationId = request.organization as Id;
  const sums = new Map<ServiceName, readonly DirectoryChecksum[]>();
  for (const { name } of services) {
    const url = await databaseUrlOf(request, name);
    const known = await inDatabase(url, async (tx) => {
      await inside(tx, organizationId);
      return directoryChecksums(tx, { organizationId });
    });
    sums.set(name, known);
  }
  return sums;
}

export async function inside(tx: Transaction, organizationId: string): Promise<void> {
  await tx.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
}

async function tenantIn(tx: Transaction, id: string): Promise<readonly Tenant[]> {
  await inside(tx, id);
  return tx.query<Tenant[]>(
    `select id, name, state, plan, (select count(*)::int from company) as companies,
       (select count(*)::int from membership where is_active
         and not exists (select from api_key where api_key.id = person_id)) as members,
       coalesce((select amount / 1048576 from plan_use where counted = 'bytes'), 0)::int as "storedMegabytes"
     from organization`,
  );
}

interface Organizations {
  become(
    tx: Transaction,
    scope: { readonly organizationId: Id },
    id: Id,
    next: (one: Record<'suspended' | 'resumed', () => unknown>) => unknown,
  ): Promise<{ readonly state: OrganizationState }>;
}
