import { TellOfClosedAccount } from '@dhanman/contracts';
import type { Clock, Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { Database, NotFound, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EndedSessionsService } from '../identity/ended-sessions.service.js';
import { SessionsService } from '../identity/sessions.service.js';
import { LastOwner } from '../memberships/membership.js';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { PeopleService } from './people.service.js';
import { noOrganization, OnlyOwner, type Person, type PersonId } from './person.js';

/**
 * Shuts somebody out of every organization at once, and lets them in again. It is for whoever runs the installation: an
 * organization decides about its own memberships alone, and must not be able to decide about those in another.
 */
@Injectable()
export class DeactivationsService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly memberships: MembershipsService,
  ) {}

  /** For the operator's command, which works while the service does not run. */
  static over(db: Database, clock: Clock): DeactivationsService {
    const people = new PeopleService(db, new SessionsService(db, new EndedSessionsService(clock)));
    return new DeactivationsService(db, people, new MembershipsService(db, new OrganizationsService(db)));
  }

  /**
   * Sessions and access tokens end, and whom another issuer calls by their name is nobody. No organization may be left
   * without an owner: the members of all of them stay locked until the person is gone, so that of two owners who are
   * deactivated at the same moment one remains.
   */
  async deactivate(email: string): Promise<Person> {
    const { id } = await this.find(email);
    const organizations = await this.organizationsOf(id);
    const leave = (tx: EntityManager): Promise<Person> => this.leave(tx, id, organizations);
    return this.db.transaction(noOrganization, leave, { isIdempotent: true });
  }

  /** The same at one's own wish: a mail says so, and an only owner is told of what. */
  async close(id: PersonId): Promise<void> {
    const organizations = await this.organizationsOf(id);
    const leave = async (tx: EntityManager): Promise<void> => {
      await this.leave(tx, id, organizations, (name) => new OnlyOwner(name));
      await publish(tx, TellOfClosedAccount, { personId: id });
    };
    await this.db.transaction(noOrganization, leave);
  }

  private async leave(
    tx: EntityManager,
    id: PersonId,
    organizations: readonly Organization[],
    refusal?: (organization: string) => OnlyOwner,
  ): Promise<Person> {
    for (const { id: organizationId, name } of organizations) {
      await workFor(tx, { organizationId });
      await this.memberships.dismissIdentities(tx, { organizationId }, id).catch((error: unknown) => {
        throw refusal && error instanceof LastOwner ? refusal(name) : error;
      });
    }
    await workFor(tx, noOrganization);
    return this.people.deactivate(tx, id);
  }

  /** With the memberships they had; sign-ins elsewhere have to be linked again. */
  async reactivate(email: string): Promise<Person> {
    const { id } = await this.find(email);
    return this.db.transaction(noOrganization, (tx) => this.people.reactivate(tx, id));
  }

  private async find(email: string): Promise<Person> {
    const person = await this.db.read(noOrganization, (tx) => this.people.findByEmail(tx, email));
    if (!person) throw new NotFound('person');
    return person;
  }

  /** Row policies show a person the organizations they belong to, once the transaction says who they are. */
  private async organizationsOf(personId: Id): Promise<readonly Organization[]> {
    return this.db.read(noOrganization, async (tx) => {
      await tx.query(`select set_config('app.person_id', $1, true)`, [personId]);
      return tx.query<Organization[]>(organizations, [personId]);
    });
  }
}

interface Organization {
  readonly id: Id;
  readonly name: string;
}

/** From here on the transaction sees this organization, and what it writes belongs there. */
async function workFor(tx: EntityManager, { organizationId }: Scope): Promise<void> {
  await tx.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
}

/** In one order, so that two who lock several do not wait for each other. */
const organizations = `
  select organization.id, organization.name from membership
  join organization on organization.organization_id = membership.organization_id
  where membership.person_id = $1 and membership.is_active and organization.state <> 'closed' order by 1`;
