import type { AccountRole, PartyKind, TransactionParty } from '@dhanman/contracts';
import { DomainError, type Id, type PlainDate } from '@dhanman/kernel';

/** What the ledger must know of a company before it writes in its books. */
export interface Books {
  readonly currency: string;
  readonly isActive: boolean;
  readonly numbers: { readonly prefix: string; readonly digits: number };
  readonly accounts: ReadonlyMap<string, BookAccount>;
  readonly roles: ReadonlyMap<string, BookAccount>;
  /** Their codes by their ids. */
  readonly branches: ReadonlyMap<string, string>;
  readonly years: readonly BookYear[];
}

export interface BookAccount {
  readonly id: Id<'Account'>;
  readonly code: string;
  readonly role: AccountRole | null;
  readonly partyKind: PartyKind | 'none';
  readonly isPostable: boolean;
  readonly isActive: boolean;
}

export interface BookYear {
  readonly id: Id<'BooksYear'>;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isOpen: boolean;
  /** Stretches of the year into which nothing is entered. */
  readonly locked: readonly { readonly startsOn: string; readonly endsOn: string }[];
}

export class CompanyUnknown extends DomainError {
  constructor() {
    super('not-found', 'company-unknown', 'The ledger knows no such company.');
  }
}

export class CompanyInactive extends DomainError {
  constructor() {
    super('conflict', 'company-inactive', 'The books of this company are closed: it is not active.');
  }
}

export class CurrencyForeign extends DomainError {
  constructor(currency: string, books: string) {
    const what = `The books are kept in ${books}, the entry is in ${currency}.`;
    super('invalid', 'currency-foreign', what, { field: 'currency' });
  }
}

export class AccountUnknown extends DomainError {
  constructor({ account, role }: Wanted, at: string) {
    const what = role === undefined ? `There is no account ${account}` : `No account has the role "${role}"`;
    const field = `${at}.${role === undefined ? 'account' : 'role'}`;
    super('invalid', 'account-unknown', `${what} in the chart of this organization.`, { field });
  }
}

export class AccountInactive extends DomainError {
  constructor(code: string, field: string) {
    super('conflict', 'account-inactive', `Account ${code} is not in use any more.`, { field });
  }
}

export class AccountNotPostable extends DomainError {
  constructor(code: string, field: string) {
    const what = `Account ${code} sums the accounts below it: enter the line there.`;
    super('invalid', 'account-not-postable', what, { field });
  }
}

export class PartyMissing extends DomainError {
  constructor(code: string, kind: string, field: string) {
    super('invalid', 'party-missing', `A line on account ${code} must name the ${kind}.`, { field });
  }
}

export class BranchUnknown extends DomainError {
  constructor(field: string) {
    super('invalid', 'branch-unknown', 'This company has no such branch.', { field });
  }
}

export class NoFinancialYear extends DomainError {
  constructor(on: string) {
    const what = `No financial year of this company contains ${on}: open it first.`;
    super('conflict', 'no-financial-year', what, { field: 'on' });
  }
}

export class PeriodClosed extends DomainError {
  constructor(on: string) {
    super('conflict', 'period-closed', `The period of ${on} is closed.`, { field: 'on' });
  }
}

/** The year an entry of this day belongs to, if it may be entered. The entry that closes a year passes its locked months. */
export function openYear({ years }: Books, day: PlainDate, isClosing = false): BookYear {
  const on = day.toString();
  const year = years.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  if (!year) throw new NoFinancialYear(on);
  const isLocked = year.locked.some(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  if (!year.isOpen || (isLocked && !isClosing)) throw new PeriodClosed(on);
  return year;
}

interface Wanted {
  readonly account: string;
  readonly role?: string | undefined;
  readonly party?: TransactionParty | undefined;
  readonly branchId?: string | undefined;
}

/** The account a line asks for by number or by role, if the line may stand there. */
export function accountFor(books: Books, wanted: Wanted, at: string): BookAccount {
  const found = named(books, wanted);
  if (!found) throw new AccountUnknown(wanted, at);
  checkUse(found, wanted, at);
  const { branchId } = wanted;
  if (branchId !== undefined && !books.branches.has(branchId)) throw new BranchUnknown(`${at}.branchId`);
  return found;
}

function checkUse(
  { code, partyKind, isPostable, isActive }: BookAccount,
  { party }: Wanted,
  at: string,
): void {
  if (!isPostable) throw new AccountNotPostable(code, `${at}.account`);
  if (!isActive) throw new AccountInactive(code, `${at}.account`);
  if (partyKind !== 'none' && party?.kind !== partyKind)
    throw new PartyMissing(code, partyKind, `${at}.party`);
}

/** The number is that of the usual chart; where a role is said too, it decides. */
function named({ accounts, roles }: Books, { account, role }: Wanted): BookAccount | undefined {
  return role === undefined ? accounts.get(account) : roles.get(role);
}
