import { type InviteMember, SendInvitationMail } from '@dhanman/contracts';
import { Clock, newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Raw } from 'typeorm';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { PeopleService } from '../people/people.service.js';
import { AlreadyInvited, Invitation, type InvitationId } from './invitation.js';
import { InvitationLinksService } from './invitation-links.service.js';
import { InvitationTable } from './invitation.table.js';

/** What an organization does about its invitations. Whoever invites never sees the link, so they cannot accept themselves. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly memberships: MembershipsService,
    private readonly people: PeopleService,
    private readonly links: InvitationLinksService,
  ) {}

  async invite(actor: Actor, { email, grants }: InviteMember): Promise<Invitation> {
    const { organizationId, userId: invitedBy } = actor;
    return this.db.transaction(actor, async (tx) => {
      await this.memberships.checkGrants(tx, actor, grants);
      await this.organizations.makeRoom(tx, organizationId, 'users');
      await this.checkNew(tx, actor, email);
      const identity = { organizationId, id: newId<'Invitation'>() };
      const details = { email, grants, invitedBy, ...this.links.make() };
      const invitation = await add(
        tx,
        InvitationTable,
        Invitation.open({ ...identity, ...details }, this.clock.now()),
      );
      await send(tx, invitation);
      return invitation;
    });
  }

  async sendAgain(actor: Actor, id: InvitationId): Promise<Invitation> {
    const { organizationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const invitation = await change(tx, InvitationTable, { organizationId, id }, async (current) => {
        await this.memberships.checkGrants(tx, actor, current.grants);
        return current.sentAgain(this.links.make(), this.clock.now());
      });
      await send(tx, invitation);
      return invitation;
    });
  }

  async withdraw(actor: Actor, id: InvitationId): Promise<Invitation> {
    const { organizationId } = actor;
    return this.db.transaction(actor, (tx) =>
      change(tx, InvitationTable, { organizationId, id }, (invitation) => invitation.withdrawn()),
    );
  }

  /** One open invitation for an address, and none for a member; the organization is locked. */
  private async checkNew(tx: EntityManager, { organizationId }: Actor, email: string): Promise<void> {
    const person = await this.people.findByEmail(tx, email);
    if (person) await this.memberships.checkOutside(tx, organizationId, person.id);
    const sameAddress = Raw((column) => `lower(${column}) = lower(:email)`, { email: email.trim() });
    const open = await tx.findBy(InvitationTable, { organizationId, email: sameAddress, state: 'open' });
    for (const { id } of open) {
      await change(tx, InvitationTable, { organizationId, id }, (current) => {
        if (!current.isExpired(this.clock.now())) throw new AlreadyInvited();
        return current.withdrawn();
      });
    }
  }
}

async function send(tx: EntityManager, { id, linkId }: Invitation): Promise<void> {
  await publish(tx, SendInvitationMail, { invitationId: id, linkId });
}
