import type { AcceptedInvitation, AcceptInvitation } from '@dhanman/contracts';
import { Clock } from '@dhanman/kernel';
import { change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CredentialsService } from '../identity/credentials.service.js';
import { MembershipsService } from '../memberships/memberships.service.js';
import { PeopleService } from '../people/people.service.js';
import type { PersonId } from '../people/person.js';
import { AccountExists, type Invitation, InvitationForAnother } from './invitation.js';
import { InvitationLinksService } from './invitation-links.service.js';
import { InvitationTable } from './invitation.table.js';

/** What somebody who was invited does with the link in the mail; having it proves that the address is theirs. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: InvitationLinksService,
    private readonly memberships: MembershipsService,
    private readonly people: PeopleService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Opens an account and makes its owner a member, together or not at all. */
  async accept({ token, name, password }: AcceptInvitation): Promise<AcceptedInvitation> {
    const scope = this.links.scopeOf(token);
    // A first look, so that a password is not hashed for a link that does not work.
    const { email } = await this.db.read(scope, (tx) => this.open(tx, token));
    const hash = await this.credentials.hash(password, { email, name });
    return this.db.transaction(scope, async (tx) => {
      const invitation = await this.accepted(tx, await this.open(tx, token));
      const person = await this.people.register(tx, { email, name });
      // The password of somebody who can sign in is changed by nobody who merely has a link.
      if (person.isActive) throw new AccountExists();
      await this.credentials.open(tx, person.id, { hash, name });
      return this.admit(tx, invitation, person.id);
    });
  }

  async join(id: PersonId, token: string): Promise<AcceptedInvitation> {
    return this.db.transaction(this.links.scopeOf(token), async (tx) => {
      const invitation = await this.open(tx, token);
      const { email } = await this.people.profile(tx, id);
      if (!invitation.isFor(email)) throw new InvitationForAnother();
      return this.admit(tx, await this.accepted(tx, invitation), id);
    });
  }

  private async open(tx: EntityManager, token: string): Promise<Invitation> {
    const invitation = await this.links.find(tx, token);
    invitation.checkOpen(this.clock.now());
    return invitation;
  }

  private accepted(tx: EntityManager, { organizationId, id }: Invitation): Promise<Invitation> {
    return change(tx, InvitationTable, { organizationId, id }, (current) =>
      current.accepted(this.clock.now()),
    );
  }

  private async admit(
    tx: EntityManager,
    { organizationId, grants }: Invitation,
    personId: PersonId,
  ): Promise<AcceptedInvitation> {
    await this.memberships.checkOutside(tx, organizationId, personId);
    const membership = await this.memberships.admit(tx, { organizationId }, personId, grants);
    return { organizationId, membershipId: membership.id, personId };
  }
}
