import type { EntrySide } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';
import { added, type Figures, type ReportAccount } from './account-tree.js';

/** What was booked on an account before a stretch of days, and in it. */
export interface Turnover {
  readonly accountId: Id;
  /** Debit less credit of everything before. */
  readonly opening: Money;
  readonly debit: Money;
  readonly credit: Money;
}

/** The chart and what was booked on it: all that a report over accounts is made of. */
export interface Books {
  readonly currency: string;
  readonly accounts: readonly ReportAccount[];
  readonly turnovers: readonly Turnover[];
  /** The same accounts in the time compared with. */
  readonly compared?: readonly Turnover[] | undefined;
  readonly isZeroShown?: boolean;
}

export function movement({ debit, credit }: Turnover): Money {
  return debit.subtract(credit);
}

export function closing(turnover: Turnover): Money {
  return turnover.opening.add(movement(turnover));
}

/** The credit side is where income, liabilities and equity grow: their sign is turned for the reader. */
export function onSide(side: EntrySide, money: Money): Money {
  return side === 'debit' ? money : money.negate();
}

/** For each account what it has now and, where something is compared, what it had then. */
export function figuresOf(
  { currency, turnovers, compared }: Books,
  measure: (turnover: Turnover) => Money,
): Figures {
  const zero = Money.zero(currency);
  const then = new Map(compared?.map((turnover) => [turnover.accountId, measure(turnover)]));
  const now = new Map(turnovers.map((turnover) => [turnover.accountId, measure(turnover)]));
  const ids = new Set([...now.keys(), ...then.keys()]);
  return new Map(
    [...ids].map((id) => {
      const value = now.get(id) ?? zero;
      return [id, compared ? [value, then.get(id) ?? zero] : [value]];
    }),
  );
}

/** Zeros for as many figures as an account of these books has. */
export function zerosOf({ currency, compared }: Books): readonly Money[] {
  const zero = Money.zero(currency);
  return compared ? [zero, zero] : [zero];
}

/** The sum over the accounts that are wanted, now and in the time compared with. */
export function totalOf(
  books: Books,
  isWanted: (account: ReportAccount) => boolean,
  measure: (turnover: Turnover) => Money,
): readonly Money[] {
  const figures = figuresOf(books, measure);
  return books.accounts.filter(isWanted).reduce((sum, { id }) => {
    const own = figures.get(id);
    return own ? added(sum, own) : sum;
  }, zerosOf(books));
}

/** The accounts that begin every year at nothing. */
export function isOfResult({ class: of }: ReportAccount): boolean {
  return of === 'revenue' || of === 'expense';
}

/** What was earned less what was spent, as the credit side sees it. */
export function resultOf(books: Books, measure: (turnover: Turnover) => Money = movement): readonly Money[] {
  return totalOf(books, isOfResult, (turnover) => onSide('credit', measure(turnover)));
}
