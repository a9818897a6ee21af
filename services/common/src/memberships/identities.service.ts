import { type ExternalIdentity, TellOfIdentity } from '@dhanman/contracts';
import { publish } from '@dhanman/messaging';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommonConfig } from '../config.js';
import { IdentityTaken, IssuerUnknown, type Membership, type MembershipId } from './membership.js';
import { MembershipTable } from './membership.table.js';
import { MembershipsService } from './memberships.service.js';

interface Step {
  readonly identity: ExternalIdentity;
  /** Told to the member, because whoever has the identity acts under their name. */
  readonly turn: 'linked' | 'unlinked';
  readonly next: (tx: EntityManager, current: Membership) => Membership | Promise<Membership>;
}

/** Whose tokens of another issuer are those of a member of this organization, and of this one only. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly db: Database,
    private readonly config: CommonConfig,
    private readonly memberships: MembershipsService,
  ) {}

  /** Whoever has the identity can do what the member may: the actor must hold that, as if they gave it. */
  async link(actor: Actor, id: MembershipId, identity: ExternalIdentity): Promise<Membership> {
    const next: Step['next'] = async (tx, current) => {
      if (!this.issuers.includes(identity.issuer)) throw new IssuerUnknown();
      await checkFree(tx, current, identity);
      return current.linked(identity);
    };
    return this.step(actor, id, { identity, turn: 'linked', next });
  }

  async unlink(actor: Actor, id: MembershipId, identity: ExternalIdentity): Promise<Membership> {
    const next: Step['next'] = (_tx, current) => current.unlinked(identity);
    return this.step(actor, id, { identity, turn: 'unlinked', next });
  }

  /** An issuer that says itself what somebody may do has no use for our members. */
  private get issuers(): readonly string[] {
    const { AUTH_OTHER_ISSUERS: others } = this.config;
    return others.flatMap((one) => (one.permissionsClaim === 'ignored' ? [one.issuer] : []));
  }

  private async step(actor: Actor, id: MembershipId, { identity, turn, next }: Step): Promise<Membership> {
    const { organizationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const seen: { before?: Membership } = {};
      const membership = await this.memberships.become(tx, { organizationId, id }, async (current) => {
        // A program proves itself with its key, and is nobody whom an issuer could name.
        if (!(await isPerson(tx, current))) throw new NotFound('membership');
        await this.memberships.checkHeld(tx, actor, current.grants);
        seen.before = current;
        return next(tx, current);
      });
      const isChanged = membership.version !== seen.before?.version;
      if (isChanged) await tell(tx, membership, { turn, issuer: identity.issuer });
      return membership;
    });
  }
}

async function tell(
  tx: EntityManager,
  { organizationId, personId }: Membership,
  { turn, issuer }: Pick<Step, 'turn'> & { readonly issuer: string },
): Promise<void> {
  const [row] = await tx.query<{ name: string }[]>(
    'select name from organization where organization_id = $1',
    [organizationId],
  );
  await publish(tx, TellOfIdentity, { turn, personId, organization: row?.name ?? '', issuer });
}

/** The organization is locked: two members cannot be given the same identity at the same moment. */
async function checkFree(tx: EntityManager, member: Membership, identity: ExternalIdentity): Promise<void> {
  const { organizationId, id } = member;
  const all = await tx.findBy(MembershipTable, { organizationId });
  if (all.some((other) => other.id !== id && other.isNamed(identity))) throw new IdentityTaken();
}

async function isPerson(tx: EntityManager, { personId }: Membership): Promise<boolean> {
  return (await tx.query<object[]>('select from person where id = $1', [personId])).length > 0;
}
