import { DomainError, type Id } from '@dhanman/kernel';

export type StandInId = Id<'StandIn'>;

/** Enough for a call with somebody who needs help; whoever needs longer gives a reason again. */
const minutes = 30;

export class ActsForThemselves extends DomainError {
  constructor() {
    super('invalid', 'acts-for-themselves', 'You are this person already.', { field: 'membershipId' });
  }
}

export class OwnersOnly extends DomainError {
  constructor() {
    const what = 'Only another owner may act as an owner.';
    super('forbidden', 'owners-only', what, { field: 'membershipId' });
  }
}

/** What the rule must know of the two. */
export interface Party {
  readonly personId: Id;
  readonly grants: readonly { readonly role: string }[];
}

interface StandInFields {
  readonly organizationId: Id;
  readonly id: StandInId;
  readonly personId: Id;
  readonly asPersonId: Id;
  readonly sessionId: string;
  readonly reason: string;
  readonly begunAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** That one member acts in the place of another for a while, why, and in which of their sessions. */
export class StandIn implements StandInFields {
  declare readonly organizationId: Id;
  declare readonly id: StandInId;
  declare readonly personId: Id;
  declare readonly asPersonId: Id;
  declare readonly sessionId: string;
  declare readonly reason: string;
  declare readonly begunAt: Date;
  declare readonly endsAt: Date;
  declare readonly endedAt: Date | null;
  declare readonly version: number;

  private constructor(fields: StandInFields) {
    Object.assign(this, fields);
  }

  static begin(
    identity: Pick<StandInFields, 'organizationId' | 'id' | 'sessionId' | 'reason'>,
    { who, as }: { readonly who: Party; readonly as: Party },
    now: Date,
  ): StandIn {
    if (who.personId === as.personId) throw new ActsForThemselves();
    if (isOwner(as) && !isOwner(who)) throw new OwnersOnly();
    return new StandIn({
      ...identity,
      ...{ reason: identity.reason.trim(), personId: who.personId, asPersonId: as.personId },
      ...{ begunAt: now, endsAt: new Date(now.getTime() + minutes * 60_000), endedAt: null },
    });
  }

  ended(now: Date): StandIn {
    return this.isUnderWay(now) ? new StandIn({ ...this, endedAt: now }) : this;
  }

  isUnderWay(now: Date): boolean {
    return this.endedAt === null && this.endsAt > now;
  }
}

function isOwner({ grants }: Party): boolean {
  return grants.some(({ role }) => role === 'owner');
}
