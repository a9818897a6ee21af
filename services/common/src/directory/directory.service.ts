import { RestateDirectory, type ServiceName } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CompaniesService } from '../companies/companies.service.js';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { RolesService } from '../roles/roles.service.js';

/** What every service keeps a copy of. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly db: Database,
    private readonly organizations: OrganizationsService,
    private readonly companies: CompaniesService,
    private readonly memberships: MembershipsService,
    private readonly roles: RolesService,
  ) {}

  /**
   * Says to every service, or to one of them, again how one organization is now. A service that is new, or was restored from a backup, is
   * right afterwards; the others notice nothing.
   */
  async restate(organizationId: Id, to?: ServiceName): Promise<number> {
    const scope = { organizationId };
    return this.db.transaction(
      scope,
      async (tx) => {
        let messages = 0;
        for (const part of [this.organizations, this.companies, this.memberships, this.roles])
          messages += await part.restateAll(tx, scope, to);
        return messages;
      },
      { timeoutMs: 20_000 },
    );
  }

  /** The same for every organization there is, a few at a time, by jobs that go on where one of them stopped. */
  async restateEverything(actor: Actor, service?: ServiceName): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const [row] = await tx.query<{ count: number }[]>(
        'select count(*)::integer as count from known_organization',
      );
      await publish(tx, RestateDirectory, { service });
      return row?.count ?? 0;
    });
  }
}
