import { type Grant, builtInRoles, isBuiltInRole } from '@dhanman/contracts';
import { type Clock, type Id, isId } from '@dhanman/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit.js';
import type { Database } from '../database/database.js';
import type { Standing } from './actor.js';

/** Longest time for which another instance may go on by what it knew before a change. */
const rememberedMs = 30_000;
const mostOrganizations = 2_000;
const mostPeople = 1_000;

interface Row {
  readonly personId: string;
  readonly isActive: boolean;
  readonly state: string | null;
  readonly plan: string | null;
  readonly grants: readonly { role: string; companyId?: string; amountLimit?: string }[];
  readonly companies: readonly string[] | null;
  readonly roles: Readonly<Record<string, readonly string[]>> | null;
}

interface Remembered {
  readonly standing: Promise<Standing | undefined>;
  readonly until: number;
}

/**
 * What a person may do in an organization, by this service's own copy of memberships and roles. Remembered for a short
 * while; an event about the organization makes this process ask again at once.
 */
export class Memberships {
  private readonly remembered = new Map<string, Map<string, Remembered>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined for who is not a member, by the id of a person or as another issuer names them. Many requests that ask at once share one look. */
  async standingOf(organizationId: Id, personId: string): Promise<Standing | undefined> {
    const now = this.clock.now().getTime();
    const people = this.remembered.get(organizationId) ?? new Map<string, Remembered>();
    const known = people.get(personId);
    if (known && known.until > now) return known.standing;
    const standing = this.look(organizationId, personId);
    people.set(personId, { standing, until: now + rememberedMs });
    this.makeRoom(people);
    this.remembered.set(organizationId, people);
    standing.catch(() => people.delete(personId));
    return standing;
  }

  /** Something about the organization has changed. A look that began before this cannot be remembered: its map is gone. */
  forget(organizationId: string): void {
    this.remembered.delete(organizationId);
  }

  /** What was remembered first goes first; asking again costs one query. */
  private makeRoom(people: Map<string, Remembered>): void {
    if (people.size > mostPeople) people.delete(people.keys().next().value ?? '');
    if (this.remembered.size > mostOrganizations)
      this.remembered.delete(this.remembered.keys().next().value ?? '');
  }

  private async look(organizationId: Id, personId: string): Promise<Standing | undefined> {
    // A subject of another issuer that nobody has linked to a member is a member of nothing.
    const sql = isId(personId) ? membershipOfPerson : membershipOfIdentity;
    const [row] = await this.db.read({ organizationId }, (tx) =>
      tx.query<Row[]>(sql, [organizationId, personId]),
    );
    return row?.isActive ? standingIn(row) : undefined;
  }
}

const readers = new WeakMap<DataSource, Memberships>();

/** Ties what is remembered to the database it was read from, so that a handler needs nothing but its transaction. */
export function rememberFor(source: DataSource, memberships: Memberships): void {
  readers.set(source, memberships);
}

/** For who changes memberships, roles, companies or the organization: once committed, this process asks again. */
export function forgetMembers(tx: EntityManager, organizationId: string): void {
  const memberships = readers.get(tx.dataSource);
  afterCommit(tx, () => memberships?.forget(organizationId));
}

function standingIn({ personId, grants, companies, roles, state, plan }: Row): Standing {
  const all = companies ?? [];
  const held = grants.map(({ role, companyId, amountLimit }): Grant => {
    const patterns = isBuiltInRole(role) ? builtInRoles[role].patterns : (roles?.[role] ?? []);
    return { patterns, companyId, amountLimit };
  });
  const isEverywhere = held.some(({ companyId }) => companyId === undefined);
  const named = new Set(held.flatMap(({ companyId }) => (companyId === undefined ? [] : [companyId])));
  return {
    personId,
    grants: held,
    companyIds: new Set(isEverywhere ? all : all.filter((id) => named.has(id))),
    state: state ?? 'active',
    plan: plan ?? undefined,
  };
}

// The same in Common, which owns these tables, and in every service that keeps a copy.
const membershipOf = `
  select membership.person_id as "personId", membership.is_active as "isActive", membership.grants, organization.state, organization.plan,
    (select jsonb_agg(id) from company where organization_id = $1) as companies,
    (select jsonb_object_agg(id, patterns) from role where organization_id = $1 and is_active) as roles
  from membership left join organization on organization.organization_id = membership.organization_id
  where membership.organization_id = $1`;

const membershipOfPerson = `${membershipOf} and membership.person_id = $2`;

// As `Tokens` writes the subject of another issuer, whose address has no space.
const membershipOfIdentity = `${membershipOf} and exists (
  select from jsonb_to_recordset(membership.identities) as identity (issuer text, subject text)
  where issuer || ' ' || subject = $2)`;
