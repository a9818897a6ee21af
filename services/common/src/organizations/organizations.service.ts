import {
  OrganizationChanged,
  OrganizationClosed,
  OrganizationCreated,
  type PatchOrganization,
  type PayloadIn,
  type PlanName,
  type ServiceName,
} from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { publish, restate } from '@dhanman/messaging';
import {
  type Actor,
  add,
  atVersion,
  change,
  Database,
  forgetMembers,
  NotFound,
  type Scope,
} from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Counted, Organization } from './organization.js';
import { OrganizationTable } from './organization.table.js';

@Injectable()
export class OrganizationsService {
  constructor(private readonly db: Database) {}

  /** In the transaction of the sign-up. */
  async found(
    tx: EntityManager,
    id: Id,
    details: { readonly name: string; readonly plan?: PlanName },
  ): Promise<Organization> {
    const organization = await add(tx, OrganizationTable, Organization.create(id, details));
    await publish(tx, OrganizationCreated, messageOf(organization));
    return organization;
  }

  async patch(actor: Actor, id: Id, version: number, { name }: PatchOrganization): Promise<Organization> {
    return this.db.transaction(actor, (tx) =>
      this.become(tx, actor, id, (current) => {
        const seen = atVersion(current, version);
        return name === undefined ? seen : seen.renamed(name);
      }),
    );
  }

  async close(actor: Actor, id: Id, confirmedName: string): Promise<Organization> {
    return this.db.transaction(actor, (tx) =>
      this.become(tx, actor, id, (current) => current.closed(confirmedName)),
    );
  }

  /** Changes the organization and tells every service, in one transaction. */
  async become(
    tx: EntityManager,
    { organizationId }: Scope,
    id: Id,
    next: (current: Organization) => Organization,
  ): Promise<Organization> {
    const seen: { version?: number } = {};
    const organization = await change(tx, OrganizationTable, { organizationId, id }, (current) => {
      seen.version = current.version;
      return next(current);
    });
    if (organization.version === seen.version) return organization;
    const contract = organization.state === 'closed' ? OrganizationClosed : OrganizationChanged;
    await publish(tx, contract, messageOf(organization));
    forgetMembers(tx, organizationId);
    return organization;
  }

  /**
   * Refuses when the plan has no room for one more. The organization stays locked until the caller commits, so that of
   * several who want the last place one gets it.
   */
  async makeRoom(tx: EntityManager, organizationId: Id, counted: Counted): Promise<void> {
    const organization = await this.locked(tx, organizationId);
    const [row] = await tx.query<{ count: number }[]>(present[counted], [organizationId]);
    organization.checkRoom(counted, row?.count ?? 0);
  }

  /** Others that change who belongs to the organization wait until the caller commits. */
  async locked(tx: EntityManager, organizationId: Id): Promise<Organization> {
    const organization = await tx.findOne(OrganizationTable, {
      where: { organizationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!organization) throw new NotFound('organization');
    return organization;
  }

  async restateAll(tx: EntityManager, { organizationId }: Scope, to?: ServiceName): Promise<number> {
    const organizations = await tx.findBy(OrganizationTable, { organizationId });
    for (const one of organizations) await restate(tx, OrganizationChanged, messageOf(one), to);
    return organizations.length;
  }
}

const present: Readonly<Record<Counted, string>> = {
  companies: 'select count(*)::integer as count from company where organization_id = $1',
  users: `select count(*)::integer as count from membership where organization_id = $1 and is_active
    and not exists (select from api_key where api_key.organization_id = $1 and api_key.id = person_id)`,
};

function messageOf({ id, version, name, state, plan }: Organization): PayloadIn<typeof OrganizationCreated> {
  return { id, revision: version, name, state, plan };
}
