import type { OverviewDto } from '@dhanman/contracts';
import { Money, type PlainDate } from '@dhanman/kernel';
import type { ReportAccount } from './account-tree.js';
import { type Books, closing, isOfResult, movement, onSide, totalOf, type Turnover } from './balances.js';

interface Span {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
}

interface MonthlyBooks extends Pick<Books, 'currency' | 'accounts'> {
  readonly spans: readonly Span[];
  /** For each of the spans. */
  readonly turnovers: readonly (readonly Turnover[])[];
}

/** What each month came to and where it left the company; the year is their sum, and stands where its last month ends. */
export function overview(
  books: MonthlyBooks,
): Pick<OverviewDto, 'income' | 'expense' | 'result' | 'cash' | 'receivable' | 'payable' | 'months'> {
  const months = books.spans.map((span, index) => monthOf(books, span, index));
  const zero = Money.zero(books.currency);
  const sum = (figure: 'income' | 'expense'): Money =>
    months.reduce((total, month) => total.add(month[figure]), zero);
  const [income, expense] = [sum('income'), sum('expense')];
  const last = months.at(-1);
  return {
    ...{ income: income.toJSON(), expense: expense.toJSON(), result: income.subtract(expense).toJSON() },
    cash: (last?.cash ?? zero).toJSON(),
    receivable: (last?.receivable ?? zero).toJSON(),
    payable: (last?.payable ?? zero).toJSON(),
    months: months.map(({ start, end, ...figures }) => ({ ...{ start, end }, ...texts(figures) })),
  };
}

function monthOf({ currency, accounts, turnovers }: MonthlyBooks, { from, asOf }: Span, index: number) {
  const books = { currency, accounts, turnovers: turnovers[index] ?? [] };
  const total = (is: (account: ReportAccount) => boolean, measure: (turnover: Turnover) => Money): Money =>
    totalOf(books, is, measure)[0] ?? Money.zero(currency);
  const isCash = ({ cashFlow }: ReportAccount): boolean => cashFlow === 'cash';
  return {
    ...{ start: from.toString(), end: asOf.toString() },
    income: total(isOf('revenue'), (turnover) => onSide('credit', movement(turnover))),
    expense: total(isOf('expense'), movement),
    cashIn: total(isCash, ({ debit }) => debit),
    cashOut: total(isCash, ({ credit }) => credit),
    cash: total(isCash, closing),
    receivable: total(({ role }) => role === 'receivable', closing),
    payable: total(
      ({ role }) => role === 'payable',
      (turnover) => onSide('credit', closing(turnover)),
    ),
  };
}

function isOf(wanted: 'revenue' | 'expense'): (account: ReportAccount) => boolean {
  return (account) => isOfResult(account) && account.class === wanted;
}

function texts<Name extends string>(figures: Readonly<Record<Name, Money>>): Record<Name, string> {
  const entries = Object.entries<Money>(figures).map(([name, money]) => [name, money.toJSON()]);
  return Object.fromEntries(entries) as Record<Name, string>;
}
