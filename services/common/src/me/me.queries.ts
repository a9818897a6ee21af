import { type MeDto, permissions } from '@dhanman/contracts';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type CompanyRow = Omit<MeDto['companies'][number], 'permissions'>;
type StandInRow = Omit<NonNullable<MeDto['actedBy']>, 'endsAt'> & { readonly endsAt: Date };
type OrganizationRow = MeDto['organizations'][number] & { readonly plan: string };

/** What the app needs to show switchers and menu: who somebody is, where they may work, and what they may do there. */
@Injectable()
export class MeQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, actedBy?: string): Promise<MeDto> {
    return this.db.read(actor, async (tx) => {
      const [person] = await tx.query<MeDto['person'][]>(personOf, [actor.userId]);
      if (!person) throw new NotFound('person');
      const organizations = await organizationsOf(tx, person.id);
      const organization = organizations.find(({ id }) => id === actor.organizationId);
      if (!organization) throw new NotFound('organization');
      const companies = await tx.query<CompanyRow[]>(companiesOf, [
        actor.organizationId,
        [...actor.companyIds],
      ]);
      return {
        person,
        organization,
        // Where else they work is nothing to who acts as them here.
        organizations: actedBy === undefined ? organizations : [organization],
        actedBy: actedBy === undefined ? null : await standIn(tx, actor, actedBy),
        companies: companies.map((company) => ({ ...company, permissions: rightsOf(actor.in(company.id)) })),
        permissions: rightsOf(actor),
      };
    });
  }
}

async function standIn(tx: EntityManager, actor: Actor, actedBy: string): Promise<MeDto['actedBy']> {
  const { organizationId, userId } = actor;
  const [row] = await tx.query<StandInRow[]>(standInOf, [organizationId, userId, actedBy]);
  return row ? { ...row, endsAt: row.endsAt.toISOString() } : null;
}

function rightsOf(actor: Actor): string[] {
  return permissions.filter((permission) => actor.may(permission));
}

/** Row policies show a person the organizations they belong to, once the transaction says who they are. */
async function organizationsOf(tx: EntityManager, personId: string): Promise<OrganizationRow[]> {
  await tx.query(`select set_config('app.person_id', $1, true)`, [personId]);
  return tx.query<OrganizationRow[]>(organizations, [personId]);
}

const personOf = 'select id, name, email, language from person where id::text = $1';

const organizations = `
  select organization.id, organization.name, organization.state, organization.plan
  from membership join organization on organization.organization_id = membership.organization_id
  where membership.person_id = $1 and membership.is_active and organization.state <> 'closed'
  order by lower(organization.name), organization.id`;

const companiesOf = `
  select id, name, kind, is_active as "isActive" from company
  where organization_id = $1 and id = any($2::uuid[]) order by lower(name), id`;

const standInOf = `
  select person.name, reason, ends_at as "endsAt" from stand_in join person on person.id = person_id
  where organization_id = $1 and as_person_id::text = $2 and person_id::text = $3
  order by begun_at desc limit 1`;
