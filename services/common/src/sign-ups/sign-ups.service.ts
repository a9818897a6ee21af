import type { SignedUp, SignUp } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CompaniesService } from '../companies/companies.service.js';
import { CredentialsService } from '../identity/credentials.service.js';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { PeopleService } from '../people/people.service.js';

@Injectable()
export class SignUpsService {
  constructor(
    private readonly db: Database,
    private readonly organizations: OrganizationsService,
    private readonly companies: CompaniesService,
    private readonly memberships: MembershipsService,
    private readonly people: PeopleService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Organization, first company, person and ownership come into being together, or none of them does. */
  async signUp({ organization, company, person: { name, email, language } }: SignUp): Promise<SignedUp> {
    const scope = { organizationId: newId() as Id };
    return this.db.transaction(scope, async (tx) => {
      await this.organizations.found(tx, scope.organizationId, organization);
      const { id: companyId } = await this.companies.found(tx, scope, company);
      const person = await this.people.register(tx, { email, name, language });
      await this.memberships.admit(tx, scope, person.id, [{ role: 'owner' }]);
      await this.credentials.welcome(tx, person);
      return { organizationId: scope.organizationId, companyId, personId: person.id };
    });
  }
}
