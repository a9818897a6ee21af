import type { Id } from '@dhanman/kernel';
import { Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noOrganization, type PersonId } from '../people/person.js';

/** In which of their organizations a person works in a session; a token is for one of them. */
@Injectable()
export class OrganizationChoicesService {
  constructor(private readonly db: Database) {}

  /** The one chosen in this session, or else the last one worked in, or else the first they joined. */
  async of(personId: PersonId, session: string): Promise<Id | undefined> {
    return this.db.read(noOrganization, async (tx) => {
      const [row] = await asPerson(tx, personId, preferred, [personId, session]);
      return row?.id;
    });
  }

  /** From the next token on. Somebody who is no member learns nothing about the organization. */
  async choose(personId: PersonId, session: string | undefined, organizationId: string): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      const [member] = await asPerson(tx, personId, `${memberships} and organization.id = $2`, [
        ...[personId, organizationId],
      ]);
      if (!member) throw new NotFound('organization');
      const [, changed] = await tx.query<[object[], number]>(
        'update sign_in_session set organization = $3 where uid = $2 and person_id = $1',
        [personId, session ?? null, organizationId],
      );
      if (changed === 0) throw new NotFound('session');
    });
  }
}

/** Row policies show a person the organizations they belong to, once the transaction says who they are. */
async function asPerson(
  tx: EntityManager,
  personId: PersonId,
  sql: string,
  values: readonly unknown[],
): Promise<{ id: Id }[]> {
  await tx.query(`select set_config('app.person_id', $1, true)`, [personId]);
  return tx.query<{ id: Id }[]>(sql, [...values]);
}

const memberships = `
  select organization.id from membership
  join organization on organization.organization_id = membership.organization_id
  where membership.person_id = $1 and membership.is_active and organization.state <> 'closed'`;

const preferred = `${memberships}
  order by organization.id = (select organization from sign_in_session where uid = $2) desc nulls last,
    (select max(last_used_at) from sign_in_session
      where person_id = $1 and organization = membership.organization_id) desc nulls last,
    membership.id
  limit 1`;
