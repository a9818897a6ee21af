import type { AccountRole, CompanyKind, CreateAccount, MoveAccount, PatchAccount } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  AccountHasBalance,
  AccountHasChildren,
  AccountInClosedYear,
  ParentWrong,
  RoleMissing,
} from './account-errors.js';
import { Account, type AccountId } from './account.js';
import { AccountTable } from './account.table.js';
import { templateFor } from './chart-template.js';

@Injectable()
export class ChartService {
  constructor(private readonly db: Database) {}

  /** An organization has one chart for all its companies; the kind of the first one says which it begins with. */
  async begin(tx: EntityManager, scope: Scope, kind: CompanyKind): Promise<void> {
    const [known] = await tx.query<unknown[]>('select from account where organization_id = $1 limit 1', [
      scope.organizationId,
    ]);
    if (!known) await this.applyTemplate(tx, scope, kind);
  }

  async apply(actor: Actor, kind: CompanyKind): Promise<number> {
    return this.db.transaction(actor, (tx) => this.applyTemplate(tx, actor, kind));
  }

  async create(actor: Actor, { parentId, ...details }: CreateAccount): Promise<Account> {
    const { organizationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const parent = parentId === undefined ? undefined : await find(tx, actor, parentId as AccountId);
      return add(
        tx,
        AccountTable,
        Account.create({ organizationId, id: newId<'Account'>() }, details, parent),
      );
    });
  }

  /** A new account with the parent and the ways of the one that has the role, under the next free number after it. */
  async openBeside(
    tx: EntityManager,
    { organizationId }: Scope,
    {
      role,
      name,
      code,
    }: { readonly role: AccountRole; readonly name: string; readonly code?: string | undefined },
  ): Promise<Account> {
    const model = await tx.findOneBy(AccountTable, { organizationId, role });
    if (!model) throw new RoleMissing(role);
    const parent = model.parentId === null ? undefined : await find(tx, { organizationId }, model.parentId);
    const free = code ?? (await nextFreeCode(tx, organizationId, model.code));
    const details = { code: free, name, cashFlow: model.cashFlow, partyKind: model.partyKind };
    const identity = { organizationId, id: newId<'Account'>() };
    return add(tx, AccountTable, Account.create(identity, details, parent));
  }

  async patch(actor: Actor, id: AccountId, version: number, patch: PatchAccount): Promise<Account> {
    const key = { organizationId: actor.organizationId, id };
    return this.db.transaction(actor, (tx) =>
      change(tx, AccountTable, key, (account) => patchedIn(tx, atVersion(account, version), patch)),
    );
  }

  /** Within its class, and not when a closed year would print another statement afterwards. */
  async move(actor: Actor, id: AccountId, version: number, { parentId }: MoveAccount): Promise<Account> {
    const key = { organizationId: actor.organizationId, id };
    return this.db.transaction(actor, (tx) =>
      change(tx, AccountTable, key, async (account) => {
        const parent = parentId === null ? undefined : await find(tx, actor, parentId as AccountId);
        return movedIn(tx, atVersion(account, version), parent);
      }),
    );
  }

  /** Adds what the chart does not have yet. Numbers and roles that are in use stay with who has them. */
  private async applyTemplate(
    tx: EntityManager,
    { organizationId }: Scope,
    kind: CompanyKind,
  ): Promise<number> {
    const here = await tx.query<Here[]>('select id, code, role from account where organization_id = $1', [
      organizationId,
    ]);
    const ids = new Map(here.map(({ code, id }) => [code, id]));
    const roles = new Set(here.map(({ role }) => role));
    const missing: Account[] = [];
    for (const [code, parent, name, traits] of templateFor(kind)) {
      if (ids.has(code)) continue;
      const { role, ...others } = traits ?? {};
      const isFree = role !== undefined && !roles.has(role);
      const identity = { organizationId, id: newId<'Account'>(), parentId: ids.get(parent) ?? null };
      missing.push(
        Account.fromTemplate(identity, [code, parent, name, isFree ? { role, ...others } : others]),
      );
      ids.set(code, identity.id);
    }
    await tx.query(insert, [organizationId, JSON.stringify(missing)]);
    return missing.length;
  }
}

/** Changed as far as its lines, its balance and the accounts below it let it. */
export async function patchedIn(tx: EntityManager, account: Account, patch: PatchAccount): Promise<Account> {
  const use = await useOf(tx, account);
  const next = account.patched(patch, use.hasLines);
  if (use.hasChildren && (next.isPostable || !next.isActive)) throw new AccountHasChildren(account.code);
  if (use.hasBalance && !next.isActive) throw new AccountHasBalance(account.code);
  return next;
}

/** Below another account, or at the top: never below itself, and not when closed years would read differently. */
export async function movedIn(tx: EntityManager, account: Account, parent?: Account): Promise<Account> {
  const next = parent ? account.below(parent) : account.atTop();
  const { isAbove, isInClosedYear } = await familyOf(tx, account, parent);
  if (parent && isAbove) throw new ParentWrong(account.code, parent.code);
  if (isInClosedYear) throw new AccountInClosedYear(account.code);
  return next;
}

interface Here {
  readonly id: AccountId;
  readonly code: string;
  readonly role: string | null;
}

async function find(tx: EntityManager, { organizationId }: Scope, id: AccountId): Promise<Account> {
  const account = await tx.findOneBy(AccountTable, { organizationId, id });
  if (!account) throw new NotFound('account');
  return account;
}

async function nextFreeCode(tx: EntityManager, organizationId: Id, code: string): Promise<string> {
  const [row] = await tx.query<{ free: string }[]>(
    `select min(place)::text as free from generate_series($2::bigint + 1, $2::bigint + 10000) as place
     where not exists (select from account where organization_id = $1 and code = place::text)`,
    [organizationId, code],
  );
  return row?.free ?? code;
}

interface Use {
  readonly hasLines: boolean;
  readonly hasBalance: boolean;
  readonly hasChildren: boolean;
}

// The books are held while this is looked at and until the change is done, so that no line arrives in between.
async function useOf(tx: EntityManager, { organizationId, id }: Account): Promise<Use> {
  await tx.query('select touch_books($1, null)', [organizationId]);
  const [use] = await tx.query<Use[]>(
    `select exists (select from account_month where organization_id = $1 and account_id = $2) as "hasLines",
       exists (select from account_month where organization_id = $1 and account_id = $2
         group by company_id having sum(debit) <> sum(credit)) as "hasBalance",
       exists (select from account where organization_id = $1 and parent_id = $2 and is_active) as "hasChildren"`,
    [organizationId, id],
  );
  if (!use) throw new Error('A question without an answer.');
  return use;
}

async function familyOf(
  tx: EntityManager,
  { organizationId, id }: Account,
  parent: Account | undefined,
): Promise<{ readonly isAbove: boolean; readonly isInClosedYear: boolean }> {
  await tx.query('select touch_books($1, null)', [organizationId]);
  const [family] = await tx.query<{ isAbove: boolean; isInClosedYear: boolean }[]>(ofFamily, [
    ...[organizationId, id, parent?.id ?? null],
  ]);
  return family ?? { isAbove: false, isInClosedYear: false };
}

const ofFamily = `
  with recursive below as (
    select id from account where organization_id = $1 and id = $2
    union select account.id from account join below on account.organization_id = $1 and parent_id = below.id)
  select coalesce(bool_or(id = $3), false) as "isAbove", exists (
    select from account_month month join financial_year year on year.organization_id = $1
      and year.company_id = month.company_id and month.month between starts_on and ends_on and state <> 'open'
    where month.organization_id = $1 and account_id in (select id from below)) as "isInClosedYear"
  from below`;

const insert = `
  insert into account (organization_id, id, parent_id, code, name, class, normal_side, role, party_kind, cash_flow,
    is_postable)
  select $1, id, "parentId", code, name, class, "normalSide", role, "partyKind", "cashFlow", "isPostable"
  from json_to_recordset($2) as account (id uuid, "parentId" uuid, code text, name text, class text, "normalSide" text,
    role text, "partyKind" text, "cashFlow" text, "isPostable" boolean)`;
