import type { AccountClass } from '@dhanman/contracts';
import { type Id, Money, newId } from '@dhanman/kernel';
import type { ReportAccount } from '../../src/reports/account-tree.js';
import type { Books, Turnover } from '../../src/reports/balances.js';

/** Debit account, credit account, rupees. */
export type Booking = readonly [debit: string, credit: string, rupees: number];

const classes: Readonly<Record<string, AccountClass>> = {
  ...{ 1: 'asset', 2: 'liability', 3: 'equity', 4: 'revenue', 5: 'expense' },
};

/** Rent, maintenance and a deposit of a small landlord: EX-01 to EX-06. */
export const rentedFlat: readonly Booking[] = [
  ['1030 Accounts Receivable', '4010 Rent Income', 1000],
  ['1010 Cash', '1030 Accounts Receivable', 1000],
  ['5020 Maintenance Expense', '2010 Accounts Payable', 200],
  ['2010 Accounts Payable', '1010 Cash', 200],
  ['1010 Cash', '2020 Security Deposits', 500],
  ['2020 Security Deposits', '1010 Cash', 500],
];

/** Electricity, salaries, an advance and a loan: EX-07 to EX-15. */
export const payrollAndBills: readonly Booking[] = [
  ['51510 Electricity Expense', '21010 Trade Payables', 500],
  ['21010 Trade Payables', '11120 Bank Accounts', 500],
  ['51710 Salaries and Wages', '21020 Salaries Payable', 10_000],
  ['51810 Payroll Taxes', '23040 Provident Fund Payable', 800],
  ['51810 Payroll Taxes', '23050 Income Tax Payable', 200],
  ['51910 Employee Benefits', '23050 Income Tax Payable', 500],
  ['21020 Salaries Payable', '11120 Bank Accounts', 10_000],
  ['12050 Advance to Employees', '11120 Bank Accounts', 2000],
  ['12060 Employee Loans', '11120 Bank Accounts', 10_000],
  ['11120 Bank Accounts', '12060 Employee Loans', 1000],
  ['51710 Salaries and Wages', '12050 Advance to Employees', 2000],
  ['51710 Salaries and Wages', '21020 Salaries Payable', 8000],
  ['21020 Salaries Payable', '11120 Bank Accounts', 8000],
];

/** The books in which all of it was booked in one period, after what was booked before. */
export function booksOf(bookings: readonly Booking[], before: readonly Booking[] = []): Books {
  const names = [...new Set([...before, ...bookings].flatMap(([debit, credit]) => [debit, credit]))];
  const accounts = names.map((name) => anAccount(name));
  const turnovers = accounts.map((account) => turnoverOf(account, bookings, before));
  return { currency: 'INR', accounts, turnovers };
}

export function anAccount(text: string, parentId: Id | null = null): ReportAccount {
  const [code = '', ...words] = text.split(' ');
  const of = classes[code.charAt(0)] ?? 'asset';
  const normalSide = of === 'asset' || of === 'expense' ? 'debit' : 'credit';
  const usual = { normalSide, cashFlow: 'operating', role: null } as const;
  return { id: newId(), code, name: words.join(' '), class: of, parentId, ...usual };
}

export function turnoverOf(
  { id, code, name }: ReportAccount,
  bookings: readonly Booking[],
  before: readonly Booking[] = [],
): Turnover {
  const account = `${code} ${name}`;
  const sum = (of: readonly Booking[], side: 0 | 1): Money =>
    Money.sum(
      of.filter((booking) => booking[side] === account).map(([, , amount]) => rupees(amount)),
      'INR',
    );
  const opening = sum(before, 0).subtract(sum(before, 1));
  return { accountId: id, opening, debit: sum(bookings, 0), credit: sum(bookings, 1) };
}

export function rupees(amount: number): Money {
  return Money.parse(`${String(amount)}.00`, 'INR');
}

/** What a report shows, as one would write it down: name or caption, then the cells. */
export function written({ rows }: { readonly rows: readonly ShownRow[] }): readonly string[] {
  return rows.map(({ code, name, caption, cells }) =>
    [code ?? name ?? caption ?? '', ...cells.map((cell) => cell?.replace(/\.00$/, '') ?? '-')].join(' '),
  );
}

interface ShownRow {
  readonly code: string | null;
  readonly name: string | null;
  readonly caption: string | null;
  readonly cells: readonly (string | null)[];
}
