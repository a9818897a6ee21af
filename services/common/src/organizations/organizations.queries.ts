import type { OrganizationDto } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Organization } from './organization.js';
import { OrganizationTable } from './organization.table.js';

@Injectable()
export class OrganizationsQueries {
  constructor(private readonly db: Database) {}

  async get({ organizationId }: Actor, id: Id): Promise<OrganizationDto> {
    const key = { organizationId, id };
    const organization = await this.db.read(key, (tx) => tx.findOneBy(OrganizationTable, key));
    if (!organization) throw new NotFound('organization');
    return toDto(organization);
  }
}

export function toDto(organization: Organization): OrganizationDto {
  const { id, name, state, plan, version, createdAt, updatedAt } = organization;
  return {
    ...{ id, name, state, plan, version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
