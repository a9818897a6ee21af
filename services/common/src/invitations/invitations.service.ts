import { createHash, randomBytes } from 'node:crypto';
import type { AcceptedInvitation, AcceptInvitation, InviteMember } from '@dhanman/contracts';
import { Clock, isId, newId } from '@dhanman/kernel';
import { type Actor, add, change, Database, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { PeopleService } from '../people/people.service.js';
import { Invitation, type InvitationId, InvitationNotValid } from './invitation.js';
import { InvitationTable } from './invitation.table.js';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly memberships: MembershipsService,
    private readonly people: PeopleService,
  ) {}

  /** The secret leaves in the mail and is nowhere else; the inviter cannot accept in somebody else's name. */
  async invite(actor: Actor, { email, grants }: InviteMember): Promise<Invitation> {
    const { organizationId, userId: invitedBy } = actor;
    const secret = randomBytes(32).toString('base64url');
    return this.db.transaction(actor, async (tx) => {
      await this.memberships.checkGrants(tx, actor, grants);
      await this.organizations.makeRoom(tx, organizationId, 'users');
      const identity = { organizationId, id: newId<'Invitation'>() };
      const details = { email, grants, secretHash: hashOf(secret), invitedBy };
      return add(tx, InvitationTable, Invitation.open({ ...identity, ...details }, this.clock.now()));
    });
  }

  async withdraw(actor: Actor, id: InvitationId): Promise<Invitation> {
    const { organizationId } = actor;
    return this.db.transaction(actor, (tx) =>
      change(tx, InvitationTable, { organizationId, id }, (invitation) => invitation.withdrawn()),
    );
  }

  /** Whoever holds the secret has read the mail, so the address is theirs. */
  async accept({ token, name }: AcceptInvitation): Promise<AcceptedInvitation> {
    const scope = scopeOf(token);
    const { organizationId } = scope;
    return this.db.transaction(scope, async (tx) => {
      const secretHash = hashOf(token.slice(organizationId.length + 1));
      const found = await tx.findOneBy(InvitationTable, { organizationId, secretHash });
      if (!found) throw new InvitationNotValid();
      const { id } = found;
      const invitation = await change(tx, InvitationTable, { organizationId, id }, (current) =>
        current.accepted(this.clock.now()),
      );
      const { email, grants } = invitation;
      const person = await this.people.register(tx, { email, name: name ?? email });
      const membership = await this.memberships.admit(tx, scope, person.id, grants);
      return { organizationId, membershipId: membership.id, personId: person.id };
    });
  }
}

/** The token begins with the organization, whose rows are the only ones the transaction sees. */
function scopeOf(token: string): Scope {
  const [organizationId = ''] = token.split('.');
  if (!isId(organizationId)) throw new InvitationNotValid();
  return { organizationId };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
