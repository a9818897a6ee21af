import { type BeginStandIn, type StandInDto, TellOfStandIn } from '@dhanman/contracts';
import { Clock, type Id, newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { Actor, add, type Caller, change, Database, Memberships, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MembershipsService } from '../memberships/memberships.service.js';
import { StandIn, type StandInId } from './stand-in.js';
import { StandInTable } from './stand-in.table.js';

const actAs = 'dhanman.common.membership.act-as';

/**
 * Somebody acts as another member: their session gets tokens for that other one, which say who it really is. The rights
 * are those of the other, nowhere more; both are in the audit trail of whatever is done.
 */
@Injectable()
export class StandInsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
    private readonly standings: Memberships,
  ) {}

  async begin(
    actor: Actor,
    session: string | undefined,
    { membershipId, reason }: BeginStandIn,
  ): Promise<StandInDto> {
    const { organizationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const as = await this.memberships.active(tx, actor, { id: membershipId as Id<'Membership'> });
      const who = await this.memberships.active(tx, actor, { personId: actor.userId as Id });
      const person = as && (await personOf(tx, as.personId));
      if (!person || !who) throw new NotFound('membership');
      const identity = { organizationId, id: newId<'StandIn'>(), sessionId: session ?? '', reason };
      const standIn = await add(tx, StandInTable, StandIn.begin(identity, { who, as }, this.clock.now()));
      await this.tie(tx, standIn);
      await publish(tx, TellOfStandIn, { standInId: standIn.id });
      return { id: standIn.id, person, reason: standIn.reason, endsAt: standIn.endsAt.toISOString() };
    });
  }

  /** For who acts as another as well as for who did; where nothing is under way, nothing happens. */
  async end({ userId, actedBy = userId, sessionId = '' }: Caller): Promise<void> {
    const tied = await this.tied(actedBy, sessionId);
    if (!tied) return;
    await this.db.transaction({ organizationId: tied.organizationId }, async (tx) => {
      await change(tx, StandInTable, tied, (current) => current.ended(this.clock.now()));
      await tx.query('update sign_in_session set stand_in = null where uid = $1', [sessionId]);
    });
  }

  /** As whom a session works now. Who may not act as others any more works as themselves from the next token on. */
  async of(personId: string, session: string): Promise<StandIn | undefined> {
    const tied = await this.tied(personId, session);
    if (!tied) return undefined;
    const { organizationId } = tied;
    const standIn = await this.db.read({ organizationId }, (tx) => tx.findOneBy(StandInTable, tied));
    const standing = await this.standings.standingOf(organizationId, personId);
    const mayAct = standing && new Actor(personId, organizationId, standing).may(actAs);
    return standIn?.isUnderWay(this.clock.now()) && mayAct ? standIn : undefined;
  }

  private async tie(tx: EntityManager, { id, organizationId, personId, sessionId }: StandIn): Promise<void> {
    const [, tied] = await tx.query<[object[], number]>(
      'update sign_in_session set stand_in = $3, organization = $4 where uid = $1 and person_id = $2',
      [sessionId, personId, id, organizationId],
    );
    // A program has no session, and nobody who could stop acting.
    if (tied === 0) throw new NotFound('session');
  }

  private async tied(
    personId: string,
    session: string,
  ): Promise<{ id: StandInId; organizationId: Id } | undefined> {
    const [row] = await this.db.query<{ id: StandInId; organizationId: Id }>(
      `select stand_in as id, organization as "organizationId" from sign_in_session
       where uid = $1 and person_id::text = $2 and stand_in is not null`,
      [session, personId],
    );
    return row;
  }
}

/** A program is a member too, but nobody. */
async function personOf(tx: EntityManager, id: Id): Promise<StandInDto['person'] | undefined> {
  const people = await tx.query<StandInDto['person'][]>('select id, name from person where id = $1', [id]);
  return people[0];
}
