import { builtInRoles, type RoleDto, type RoleList } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Role } from './role.js';
import { RoleTable } from './role.table.js';

@Injectable()
export class RolesQueries {
  constructor(private readonly db: Database) {}

  /** The built-in roles first; an organization has a handful of its own. */
  async list({ organizationId }: Actor): Promise<RoleList> {
    const own = await this.db.read({ organizationId }, (tx) =>
      tx.find(RoleTable, { where: { organizationId, isActive: true }, order: { name: 'asc', id: 'asc' } }),
    );
    return { items: [...builtIn, ...own.map(toDto)] };
  }
}

const builtIn: readonly RoleDto[] = Object.entries(builtInRoles).map(([id, { title, patterns }]) => {
  return { id, name: title, patterns: [...patterns], isBuiltIn: true };
});

export function toDto({ id, name, patterns, version }: Role): RoleDto {
  return { id, name, patterns: [...patterns], isBuiltIn: false, version };
}
