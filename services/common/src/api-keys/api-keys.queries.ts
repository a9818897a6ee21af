import type { ApiKeyDto, ApiKeyPage, ListApiKeys, RoleGrant } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { ApiKey, ApiKeyId } from './api-key.js';

const sorts: Sorts<'createdAt'> = { createdAt: { sql: 'created_at', type: 'timestamptz' } };

type Row = Omit<ApiKey, 'grants'> & {
  readonly grants: readonly RoleGrant[];
  readonly lastUsedAt: Date | null;
  readonly sortedBy: string;
};

// Grants are those of the membership, which are kept when it ends.
const keys = `
  select api_key.id, name, ending, previous_ending as "previousEnding", api_key.created_at,
    previous_valid_until as "previousValidUntil", created_by as "createdBy", api_key.created_at as "createdAt",
    expires_at as "expiresAt", revoked_at as "revokedAt", api_key.version, grants, last_used_at as "lastUsedAt"
  from api_key
    join membership on membership.organization_id = api_key.organization_id and person_id = api_key.id
    join api_key_home on api_key_home.id = api_key.id`;

@Injectable()
export class ApiKeysQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: ApiKeyId): Promise<ApiKeyDto> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<Row[]>(`${keys} where api_key.organization_id = $1 and api_key.id = $2`, [
        ...[actor.organizationId, id],
      ]),
    );
    if (!row) throw new NotFound('api-key');
    return toDto(row);
  }

  async list(actor: Actor, query: ListApiKeys): Promise<ApiKeyPage> {
    const keyset = new Keyset(sorts, '-createdAt', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select key.*, ${keyset.select} from (${keys} where api_key.organization_id = ${place(actor.organizationId)})
        as key
      where ${keyset.where(place)} ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), toDto));
  }
}

function toDto(row: Row): ApiKeyDto {
  const { id, name, ending, previousEnding, createdBy, grants, version } = row;
  return {
    ...{ id, name, ending, previousEnding, createdBy, grants: [...grants], version },
    previousValidUntil: row.previousValidUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
