import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Booking, booksOf, rentedFlat, written } from '../../test/support/worked-examples.js';
import type { ReportAccount } from './account-tree.js';
import type { Books } from './balances.js';
import { cashFlow } from './cash-flow.js';

const special: Readonly<Record<string, Partial<ReportAccount>>> = {
  1010: { cashFlow: 'cash' },
  1200: { cashFlow: 'investing' },
  1290: { cashFlow: 'investing', normalSide: 'credit' },
  2600: { cashFlow: 'financing' },
  3010: { cashFlow: 'financing' },
};

const aYear: readonly Booking[] = [
  ['1010 Cash', '3010 Capital', 1000],
  ['1200 Machines', '1010 Cash', 600],
  ['1030 Receivable', '4010 Sales', 500],
  ['1010 Cash', '1030 Receivable', 350],
  ['5090 Depreciation', '1290 Accumulated depreciation', 60],
  ['1010 Cash', '2600 Loan', 200],
];

function booksWithCash(bookings: readonly Booking[], before: readonly Booking[] = []): Books {
  const books = booksOf(bookings, before);
  return { ...books, accounts: books.accounts.map((account) => ({ ...account, ...special[account.code] })) };
}

describe('a cash-flow statement', () => {
  test('of a rented flat ends with the cash there is', () => {
    const report = cashFlow(booksWithCash(rentedFlat));
    expect(written(report).slice(-3)).toEqual(['net-change 800', 'cash-opening 0', 'cash-closing 800']);
    expect(report.checks).toEqual([
      { name: 'cash-is-cash-book', left: '800.00', right: '800.00', holds: true },
    ]);
  });

  test('tells what was earned from what was invested and raised', () => {
    expect(written(cashFlow(booksWithCash(aYear)))).toEqual([
      ...['operating -', 'result 440', '1030 -150', '1290 60', 'net-operating 350'],
      ...['investing -', '1200 -600', 'net-investing -600'],
      ...['financing -', '2600 200', '3010 1000', 'net-financing 1200'],
      ...['net-change 950', 'cash-opening 0', 'cash-closing 950'],
    ]);
  });

  test('begins with the cash of before', () => {
    const books = booksWithCash([['5020 Repairs', '1010 Cash', 50]], aYear);
    expect(written(cashFlow(books)).slice(-3)).toEqual([
      'net-change -50',
      'cash-opening 950',
      'cash-closing 900',
    ]);
  });

  test('of any bookings ends with the balance of the cash accounts', () => {
    const account = fc.constantFrom(...new Set(aYear.flatMap(([debit, credit]) => [debit, credit])));
    const bookings = fc.array(fc.tuple(account, account, fc.integer({ min: 1, max: 1e9 })), { minLength: 1 });
    fc.assert(
      fc.property(bookings, bookings, (now, before) => {
        expect(cashFlow(booksWithCash(now, before)).checks[0]?.holds).toBe(true);
      }),
    );
  });
});
