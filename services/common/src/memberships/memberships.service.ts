import {
  builtInRoles,
  isBuiltInRole,
  MembershipChanged,
  MembershipGranted,
  MembershipRevoked,
  type PayloadIn,
  type RoleGrant,
  type ServiceName,
} from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { publish, restate } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, forgetMembers, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { endPersonalTokens } from '../personal-tokens/end-personal-tokens.service.js';
import {
  AlreadyMember,
  firstNotHeld,
  GrantCompanyUnknown,
  GrantExceedsOwn,
  LastOwner,
  Membership,
  type MembershipId,
  ownsAll,
  RoleUnknown,
} from './membership.js';
import { MembershipTable } from './membership.table.js';

@Injectable()
export class MembershipsService {
  constructor(
    private readonly db: Database,
    private readonly organizations: OrganizationsService,
  ) {}

  /** Makes a person a member, or lets one in again who was a member before; the plan must have room. */
  async admit(
    tx: EntityManager,
    { organizationId }: Scope,
    personId: Id,
    grants: readonly RoleGrant[],
  ): Promise<Membership> {
    const present = await tx.findOneBy(MembershipTable, { organizationId, personId });
    if (present?.isActive !== true) await this.organizations.makeRoom(tx, organizationId, 'users');
    if (present) return this.become(tx, present, (current) => current.holding(grants));
    return this.enrol(tx, { organizationId }, personId, grants);
  }

  /** Makes somebody a member who never was, without asking whether there is room: programs take none. */
  async enrol(
    tx: EntityManager,
    { organizationId }: Scope,
    personId: Id,
    grants: readonly RoleGrant[],
  ): Promise<Membership> {
    const granted = Membership.grant({ organizationId, id: newId<'Membership'>(), personId, grants });
    const membership = await add(tx, MembershipTable, granted);
    await publish(tx, MembershipGranted, messageOf(membership));
    forgetMembers(tx, organizationId);
    return membership;
  }

  /** A member of today; undefined for who is none, or is none any more. */
  async active(
    tx: EntityManager,
    { organizationId }: Scope,
    who: Partial<Pick<Membership, 'id' | 'personId'>>,
  ): Promise<Membership | undefined> {
    return (await tx.findOneBy(MembershipTable, { ...who, organizationId, isActive: true })) ?? undefined;
  }

  /** Whoever is a member gets other roles by `change`, never by an invitation that is older than what they hold. */
  async checkOutside(tx: EntityManager, organizationId: Id, personId: Id): Promise<void> {
    if (await this.active(tx, { organizationId }, { personId })) throw new AlreadyMember();
  }

  /** With the roles they had; the actor must hold them, and the plan must have room. */
  async restore(actor: Actor, id: MembershipId): Promise<Membership> {
    const { organizationId } = actor;
    return this.db.transaction(actor, (tx) =>
      this.become(tx, { organizationId, id }, async (current) => {
        if (current.isActive) return current;
        await this.checkGrants(tx, actor, current.grants);
        await this.organizations.makeRoom(tx, organizationId, 'users');
        return current.holding(current.grants);
      }),
    );
  }

  async change(
    actor: Actor,
    id: MembershipId,
    version: number,
    grants: readonly RoleGrant[],
  ): Promise<Membership> {
    return this.db.transaction(actor, async (tx) => {
      await this.checkGrants(tx, actor, grants);
      return this.become(tx, { organizationId: actor.organizationId, id }, async (current) => {
        await this.checkHeld(tx, actor, atVersion(current, version).grants);
        if (current.isOwner && !ownsAll(grants)) await this.checkOwnerRemains(tx, current);
        return current.holding(grants);
      });
    });
  }

  async revoke(actor: Actor, id: MembershipId): Promise<Membership> {
    return this.db.transaction(actor, (tx) =>
      this.become(tx, { organizationId: actor.organizationId, id }, async (current) => {
        await this.checkHeld(tx, actor, current.grants);
        if (current.isOwner) await this.checkOwnerRemains(tx, current);
        return current.revoked();
      }),
    );
  }

  /** Whether the organization has an owner without this person. */
  async checkDispensable(tx: EntityManager, { organizationId }: Scope, personId: Id): Promise<void> {
    await this.organizations.locked(tx, organizationId);
    const membership = await this.active(tx, { organizationId }, { personId });
    if (membership?.isOwner === true) await this.checkOwnerRemains(tx, membership);
  }

  /** Nobody acts for the person any more by what another issuer says; the organization can do without them. */
  async dismissIdentities(tx: EntityManager, { organizationId }: Scope, personId: Id): Promise<void> {
    await this.checkDispensable(tx, { organizationId }, personId);
    const membership = await this.active(tx, { organizationId }, { personId });
    if (membership) await this.become(tx, membership, (current) => current.unlinkedEverywhere());
  }

  /** Ends the membership of a program. */
  async dismiss(tx: EntityManager, { organizationId }: Scope, programId: Id): Promise<void> {
    const membership = await tx.findOneBy(MembershipTable, { organizationId, personId: programId });
    if (membership) await this.become(tx, membership, (current) => current.revoked());
  }

  /** Whether the actor holds all that a program may do. */
  async checkHeldBy(tx: EntityManager, actor: Actor, programId: Id): Promise<void> {
    const { organizationId } = actor;
    const membership = await tx.findOneBy(MembershipTable, { organizationId, personId: programId });
    if (membership) await this.checkHeld(tx, actor, membership.grants);
  }

  /** Roles and companies exist, and the actor holds what the grants would give. */
  async checkGrants(tx: EntityManager, actor: Actor, grants: readonly RoleGrant[]): Promise<void> {
    for (const [index, { role, companyId }] of grants.entries()) {
      if (!(await patternsOf(tx, actor, role))) throw new RoleUnknown(index);
      if (companyId !== undefined && !(await companyExists(tx, actor, companyId)))
        throw new GrantCompanyUnknown(index);
    }
    await this.checkHeld(tx, actor, grants);
  }

  async restateAll(tx: EntityManager, { organizationId }: Scope, to?: ServiceName): Promise<number> {
    const memberships = await tx.findBy(MembershipTable, { organizationId });
    for (const one of memberships) await restate(tx, MembershipChanged, messageOf(one), to);
    return memberships.length;
  }

  /** Nobody gives to others, or takes from them, what they do not hold themselves in the same place. */
  async checkHeld(tx: EntityManager, actor: Actor, grants: readonly RoleGrant[]): Promise<void> {
    for (const { role, companyId, amountLimit } of grants) {
      const patterns = (await patternsOf(tx, actor, role)) ?? [];
      const place = actor.in(companyId);
      const missing = firstNotHeld({ patterns, amountLimit }, (permission, amount) => {
        return place.decide(permission, amount).isAllowed;
      });
      if (missing !== undefined) throw new GrantExceedsOwn(missing);
    }
  }

  /** Only within a transaction that sees the organization; it is locked, so that changes of members come one by one. */
  async become(
    tx: EntityManager,
    { organizationId, id }: Pick<Membership, 'organizationId' | 'id'>,
    next: (current: Membership) => Membership | Promise<Membership>,
  ): Promise<Membership> {
    await this.organizations.locked(tx, organizationId);
    const seen: { version?: number } = {};
    const membership = await change(tx, MembershipTable, { organizationId, id }, (current) => {
      seen.version = current.version;
      return next(current);
    });
    if (membership.version === seen.version) return membership;
    if (!membership.isActive) await endPersonalTokens(tx, { organizationId, personId: membership.personId });
    await publish(tx, membership.isActive ? MembershipChanged : MembershipRevoked, messageOf(membership));
    forgetMembers(tx, organizationId);
    return membership;
  }

  /** The organization is locked, so that two owners cannot remove each other at the same moment. */
  private async checkOwnerRemains(tx: EntityManager, { organizationId, id }: Membership): Promise<void> {
    const members = await tx.findBy(MembershipTable, { organizationId, isActive: true });
    const others = members.filter((other) => other.id !== id && other.isOwner);
    const sql = `select id from person where id = any($1) and status = 'deactivated'`;
    const gone = await tx.query<object[]>(sql, [others.map(({ personId }) => personId)]);
    if (others.length === gone.length) throw new LastOwner();
  }
}

async function patternsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  role: string,
): Promise<readonly string[] | undefined> {
  if (isBuiltInRole(role)) return builtInRoles[role].patterns;
  const [row] = await tx.query<{ patterns: string[] }[]>(
    'select patterns from role where organization_id = $1 and id::text = $2 and is_active',
    [organizationId, role],
  );
  return row?.patterns;
}

async function companyExists(tx: EntityManager, { organizationId }: Scope, id: string): Promise<boolean> {
  const sql = 'select from company where organization_id = $1 and id = $2';
  return (await tx.query<object[]>(sql, [organizationId, id])).length > 0;
}

function messageOf(membership: Membership): PayloadIn<typeof MembershipGranted> {
  const { id, version, personId, isActive, grants, identities } = membership;
  const named = identities === null ? {} : { identities: [...identities] };
  return { id, revision: version, personId, isActive, grants: [...grants], ...named };
}
