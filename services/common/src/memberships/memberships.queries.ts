import type { ListMemberships, MembershipDto, MembershipPage } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Membership, MembershipId } from './membership.js';

const sorts: Sorts<'name'> = { name: { sql: 'lower(name)', type: 'text' } };

type MembershipRow = Membership & {
  readonly name: string;
  readonly email: string;
  readonly isDeactivated: boolean;
  readonly sortedBy: string;
};

const columns = `
  membership.id, person_id as "personId", person.name, person.email, is_active as "isActive",
  person.status = 'deactivated' as "isDeactivated", grants, identities,
  membership.version, membership.created_at as "createdAt", membership.updated_at as "updatedAt"`;

@Injectable()
export class MembershipsQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: MembershipId): Promise<MembershipDto> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<MembershipRow[]>(
        `select ${columns} from membership join person on person.id = person_id
         where organization_id = $1 and membership.id = $2`,
        [actor.organizationId, id],
      ),
    );
    if (!row) throw new NotFound('membership');
    return toDto(row);
  }

  async list(actor: Actor, query: ListMemberships): Promise<MembershipPage> {
    const keyset = new Keyset(sorts, 'name', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const members = `
      select ${columns} from membership join person on person.id = person_id
      where organization_id = ${place(actor.organizationId)}`;
    const sql = `
      select member.*, ${keyset.select} from (${members}) as member
      where ${keyset.where(place)} ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) =>
      keyset.page(await tx.query<MembershipRow[]>(sql, values), toDto),
    );
  }
}

function toDto(row: MembershipRow): MembershipDto {
  const { id, personId, name, email, isActive, isDeactivated } = row;
  const { grants, identities, version, createdAt, updatedAt } = row;
  return {
    ...{ id, personId, name, email, isActive, isDeactivated, grants: [...grants], version },
    identities: [...(identities ?? [])],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
