import {
  type CreateRole,
  type PatchRole,
  type PayloadIn,
  RoleChanged,
  RoleCreated,
  RoleRemoved,
  type ServiceName,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { publish, restate } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, forgetMembers, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstNotHeld, GrantExceedsOwn } from '../memberships/membership.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { Role, type RoleId, RoleInUse } from './role.js';
import { RoleTable } from './role.table.js';

@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly organizations: OrganizationsService,
  ) {}

  async create(actor: Actor, details: CreateRole): Promise<Role> {
    checkHeld(actor, details.patterns);
    const created = Role.create({ organizationId: actor.organizationId, id: newId<'Role'>() }, details);
    return this.db.transaction(actor, async (tx) => {
      const role = await add(tx, RoleTable, created);
      await publish(tx, RoleCreated, messageOf(role));
      return role;
    });
  }

  async patch(actor: Actor, id: RoleId, version: number, patch: PatchRole): Promise<Role> {
    const key = { organizationId: actor.organizationId, id, isActive: true };
    return this.db.transaction(actor, async (tx) => {
      const role = await change(tx, RoleTable, key, (current) => {
        const patched = atVersion(current, version).patched(patch);
        checkHeld(actor, [...current.patterns]);
        checkHeld(actor, [...patched.patterns]);
        return patched;
      });
      if (role.version === version) return role;
      await publish(tx, RoleChanged, messageOf(role));
      forgetMembers(tx, actor.organizationId);
      return role;
    });
  }

  /** A role that nobody holds can go. Who grants it at this moment waits for us, or we for them. */
  async remove(actor: Actor, id: RoleId): Promise<void> {
    const { organizationId } = actor;
    await this.db.transaction(actor, async (tx) => {
      await this.organizations.locked(tx, organizationId);
      const members = await holders(tx, actor, id);
      if (members > 0) throw new RoleInUse(members);
      const role = await change(tx, RoleTable, { organizationId, id, isActive: true }, (current) =>
        current.removed(),
      );
      await publish(tx, RoleRemoved, messageOf(role));
      forgetMembers(tx, organizationId);
    });
  }

  async restateAll(tx: EntityManager, { organizationId }: Scope, to?: ServiceName): Promise<number> {
    const roles = await tx.findBy(RoleTable, { organizationId });
    for (const role of roles) await restate(tx, RoleChanged, messageOf(role), to);
    return roles.length;
  }
}

function checkHeld(actor: Actor, patterns: readonly string[]): void {
  const missing = firstNotHeld(
    { patterns },
    (permission, amount) => actor.decide(permission, amount).isAllowed,
  );
  if (missing !== undefined) throw new GrantExceedsOwn(missing);
}

/** Members who hold the role, and invitations that promise it. */
async function holders(tx: EntityManager, { organizationId }: Scope, id: RoleId): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select (select count(*) from membership where organization_id = $1 and is_active and grants @> $2)::integer
       + (select count(*) from invitation where organization_id = $1 and state = 'open' and grants @> $2)::integer
       as count`,
    [organizationId, JSON.stringify([{ role: id }])],
  );
  return row?.count ?? 0;
}

function messageOf({ id, version, name, patterns, isActive }: Role): PayloadIn<typeof RoleCreated> {
  return { id, revision: version, name, patterns: [...patterns], isActive };
}
