import type { RoleGrant } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { type FreshDatabase, query } from './database.js';
import { aToken } from './tokens.js';

export interface MemberOptions {
  readonly organizationId?: Id;
  /** Somebody who is there already, and becomes a member of one more. */
  readonly personId?: Id;
  /** Companies of the organization; the first is the one the member is usually asked to work in. */
  readonly companyIds?: readonly Id[];
  readonly grants?: readonly (Omit<RoleGrant, 'companyId'> & { readonly companyId?: string })[];
  readonly state?: 'active' | 'suspended' | 'closed';
  readonly plan?: string;
}

export interface Member {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly personId: Id;
  /** Says who they are and nothing else: what they may do, the service finds in its own tables. */
  readonly token: string;
}

/** A person with roles in an organization, written where the events of Common would have written them. */
export async function aMember(
  { database }: { readonly database: FreshDatabase },
  options: MemberOptions = {},
): Promise<Member> {
  const { organizationId, personId, companyIds, grants } = { ...usual(), ...options };
  const put = (sql: string, values: readonly unknown[]): Promise<unknown> =>
    query(database.adminUrl, sql, values);
  const { state = 'active', plan = 'growth' } = options;
  await put(organizationSql, [organizationId, state, plan]);
  for (const [index, id] of companyIds.entries())
    await put(companySql, [organizationId, id, `Company ${String(index + 1)}`]);
  await addPerson(database, personId);
  await put(membershipSql, [organizationId, newId(), personId, JSON.stringify(grants)]);
  if (companyIds[0] === undefined) throw new Error('A member works in a company at least.');
  const token = await aToken({ organizationId, userId: personId });
  return { organizationId, companyId: companyIds[0], personId, token };
}

/** People are kept by Common alone; to the other services they are an id. */
async function addPerson({ adminUrl }: FreshDatabase, id: string): Promise<void> {
  const [table] = await query<{ isHere: boolean }>(
    adminUrl,
    `select to_regclass('person') is not null as "isHere"`,
  );
  if (!table?.isHere) return;
  const sql = `insert into person (id, email, name, status) values ($1, $2, 'A person', 'invited')
    on conflict do nothing`;
  await query(adminUrl, sql, [id, `${id}@example.com`]);
}

const usual = () => ({
  organizationId: newId(),
  personId: newId(),
  companyIds: [newId()],
  grants: [{ role: 'owner' }],
});

// Copies call it revision, where Common counts a version by itself: the number is left to a default in both.
const organizationSql = `
  insert into organization (organization_id, id, name, state, plan) values ($1, $1, 'An organization', $2, $3)
  on conflict (organization_id, id) do nothing`;
const companySql = `
  insert into company (organization_id, id, name, currency, time_zone, financial_year_start_month, is_active)
  values ($1, $2, $3, 'INR', 'Asia/Kolkata', 4, true) on conflict (organization_id, id) do nothing`;
const membershipSql = `
  insert into membership (organization_id, id, person_id, is_active, grants) values ($1, $2, $3, true, $4)`;
