import type { CreateApiKey, RotateApiKey } from '@dhanman/contracts';
import { Clock, type Id, newId } from '@dhanman/kernel';
import { type Actor, add, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MembershipsService } from '../memberships/memberships.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { ApiKey, type ApiKeyId, checkNotOwner, mostKeys, TooManyApiKeys } from './api-key.js';
import { newSecret } from './api-key-secrets.service.js';
import { ApiKeyTable } from './api-key.table.js';

export interface Issued {
  readonly id: ApiKeyId;
  readonly secret: string;
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** The key becomes a member with these roles: every service learns from the same message what it may do. */
  async create(actor: Actor, { name, grants, validDays }: CreateApiKey): Promise<Issued> {
    checkNotOwner(grants);
    const { organizationId, userId: createdBy } = actor;
    const { text, ...trace } = newSecret();
    const fields = { organizationId, id: newId<'ApiKey'>(), name, createdBy };
    const key = ApiKey.create(fields, trace, { from: this.clock.now(), validDays });
    await this.db.transaction(actor, async (tx) => {
      await this.memberships.checkGrants(tx, actor, grants);
      await this.organizations.locked(tx, organizationId);
      if ((await countOf(tx, organizationId)) >= mostKeys) throw new TooManyApiKeys();
      await add(tx, ApiKeyTable, key);
      await this.memberships.enrol(tx, actor, key.id, grants);
    });
    return { id: key.id, secret: text };
  }

  async rotate(actor: Actor, id: ApiKeyId, { overlapHours }: RotateApiKey): Promise<Issued> {
    const { text, ...trace } = newSecret();
    await this.db.transaction(actor, async (tx) => {
      await this.memberships.checkHeldBy(tx, actor, id);
      await change(tx, ApiKeyTable, { organizationId: actor.organizationId, id }, (key) =>
        key.rotated(trace, { at: this.clock.now(), overlapHours }),
      );
    });
    return { id, secret: text };
  }

  /** It gets no token any more, and the tokens it has may do nothing as soon as the services have heard of it. */
  async revoke(actor: Actor, id: ApiKeyId): Promise<void> {
    const { organizationId } = actor;
    await this.db.transaction(actor, async (tx) => {
      await change(tx, ApiKeyTable, { organizationId, id }, (key) => key.revoked(this.clock.now()));
      await this.memberships.dismiss(tx, actor, id);
    });
  }

  /** For the door of programs, which know no organization yet. */
  async find(id: string): Promise<ApiKey | undefined> {
    const [home] = await this.db.query<{ organization: Id }>(
      'select organization from api_key_home where id::text = $1',
      [id],
    );
    if (!home) return undefined;
    const key = { organizationId: home.organization, id: id as ApiKeyId };
    return (await this.db.read(key, (tx) => tx.findOneBy(ApiKeyTable, key))) ?? undefined;
  }

  async used(id: string): Promise<void> {
    await this.db.query('update api_key_home set last_used_at = $2 where id::text = $1', [
      id,
      this.clock.now(),
    ]);
  }
}

async function countOf(tx: EntityManager, organizationId: Id): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::integer as count from api_key where organization_id = $1 and revoked_at is null`,
    [organizationId],
  );
  return row?.count ?? 0;
}
