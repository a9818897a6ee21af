import type { EnterOpeningBalances, ManualJournalLine, TransactionLine } from '@dhanman/contracts';
import { currencyDecimals, type DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';
import { classOf } from '../chart/chart-template.js';
import type { Books } from '../ledger/books.js';
import { type Asked, objections, objectionsOf } from '../ledger/journal-entry.js';
import { AmountTooFine } from '../manual-journals/manual-journal-errors.js';
import {
  AccountOfResult,
  BalanceTwice,
  DifferenceUnconfirmed,
  EquityMissing,
  NotAnOpeningDay,
} from './opening-balances-errors.js';

type Entered = Pick<EnterOpeningBalances, 'on' | 'lines' | 'difference'>;

/** What is known of them besides what somebody entered. */
export interface Opening {
  readonly companyId: Id;
  readonly version: number;
  readonly by: string;
}

export const openingDocument = 'opening-balance';
/** Marks the line that nobody entered. */
export const differenceRule = 'opening-balances.difference';

const equityRole = 'opening-balance-equity';
/** The role decides which account it is; this is its number in the usual chart. */
const usualEquity = '30900';

/** The entry that brings them into the books: what was entered, and the difference on a line of its own. */
export function askedFor(entered: Entered, books: Books, { companyId, version, by }: Opening): Asked {
  const { currency } = books;
  const difference = differenceOf(entered.lines, currency);
  const lines = entered.lines.map((line) => ({ ...line, why: { rule: 'opening-balances' } }));
  const source = { document: openingDocument, id: companyId, version, purpose: 'opening' };
  const request = { source, on: entered.on, currency, narration: 'Opening balances' };
  return {
    ...{ service: 'common', by, kind: 'opening' },
    request: { ...request, lines: difference.isZero ? lines : [...lines, parked(difference)] },
  };
}

/** Everything that is wrong with them, each at its field. */
export function objectionsTo(entered: Entered, books: Books, opening: Opening): readonly DomainError[] {
  const tooFine = objectionsOf(entered.lines.map((line, index) => () => checkDecimals(line, index, books)));
  if (tooFine.length > 0) return tooFine;
  const own = objectionsOf([
    () => checkDay(entered.on, books),
    ...entered.lines.map((line, index) => () => checkLine(line, index, entered.lines)),
    () => checkDifference(entered, books),
  ]);
  const hasEquity = books.roles.has(equityRole);
  const ofLedger = hasEquity ? objections(askedFor(entered, books, opening), books) : [];
  return [...own, ...ofLedger];
}

/** Debits less credits. */
export function differenceOf(lines: readonly ManualJournalLine[], currency: string): Money {
  const amounts = lines.map(({ side, amount }) => {
    const money = Money.parse(amount, currency);
    return side === 'debit' ? money : money.negate();
  });
  return Money.sum(amounts, currency);
}

/** The first day that the opening does not contain: that of the new year, when it stands on the last of the old one. */
export function firstDayAfter(on: string, books: Books): string {
  const isLast = books.years.some(({ endsOn }) => endsOn === on);
  return isLast ? PlainDate.parse(on).addDays(1).toString() : on;
}

function parked(difference: Money): TransactionLine {
  const why = { rule: differenceRule };
  const side = difference.isPositive ? 'credit' : 'debit';
  return { account: usualEquity, role: equityRole, side, amount: difference.abs().toJSON(), why };
}

function checkDecimals({ amount }: ManualJournalLine, index: number, { currency }: Books): void {
  const decimals = amount.split('.')[1]?.length ?? 0;
  if (decimals > currencyDecimals(currency)) throw new AmountTooFine(currency, index);
}

function checkDay(on: string, { years }: Books): void {
  if (!years.some(({ startsOn, endsOn }) => on === startsOn || on === endsOn)) throw new NotAnOpeningDay();
}

function checkLine(line: ManualJournalLine, index: number, lines: readonly ManualJournalLine[]): void {
  const { account } = line;
  const ofClass = classOf(account);
  if (ofClass === 'revenue' || ofClass === 'expense') throw new AccountOfResult(account, index);
  if (lines.findIndex((one) => placeOf(one) === placeOf(line)) < index)
    throw new BalanceTwice(account, index);
}

function placeOf({ account, party, branchId, costCentre }: ManualJournalLine): string {
  return [account, party?.kind, party?.id, branchId, costCentre].join(' ');
}

function checkDifference({ lines, difference: confirmed }: Entered, books: Books): void {
  const { currency, roles } = books;
  const difference = differenceOf(lines, currency);
  if (difference.isZero && confirmed === undefined) return;
  if (!roles.has(equityRole)) throw new EquityMissing();
  const isConfirmed = confirmed !== undefined && Money.parse(confirmed, currency).equals(difference);
  if (!isConfirmed) throw new DifferenceUnconfirmed(difference);
}
