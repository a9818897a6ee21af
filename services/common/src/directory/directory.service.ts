import type { ServiceName } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
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
}
