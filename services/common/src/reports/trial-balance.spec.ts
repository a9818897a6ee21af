import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  anAccount,
  type Booking,
  booksOf,
  payrollAndBills,
  rentedFlat,
  turnoverOf,
  written,
} from '../../test/support/worked-examples.js';
import { trialBalance } from './trial-balance.js';

describe('a trial balance', () => {
  test('of a rented flat ties out at 3400', () => {
    const report = trialBalance({ ...booksOf(rentedFlat), isZeroShown: true });
    expect(written(report)).toEqual([
      '1010 0 1500 700 800',
      '1030 0 1000 1000 0',
      '2010 0 200 200 0',
      '2020 0 500 500 0',
      '4010 0 0 1000 -1000',
      '5020 0 200 0 200',
      'total 0 3400 3400 0',
    ]);
    expect(report.checks).toEqual([
      { name: 'debits-are-credits', left: '3400.00', right: '3400.00', holds: true },
    ]);
  });

  test('of salaries and bills ties out at 53500, with the bank overdrawn', () => {
    expect(written(trialBalance(booksOf(payrollAndBills)))).toEqual([
      '11120 0 1000 30500 -29500',
      '12050 0 2000 2000 0',
      '12060 0 10000 1000 9000',
      '21010 0 500 500 0',
      '21020 0 18000 18000 0',
      '23040 0 0 800 -800',
      '23050 0 0 700 -700',
      '51510 0 500 0 500',
      '51710 0 20000 0 20000',
      '51810 0 1000 0 1000',
      '51910 0 500 0 500',
      'total 0 53500 53500 0',
    ]);
  });

  test('begins with what was there before', () => {
    expect(written(trialBalance(booksOf([['1010 Cash', '4010 Rent', 300]], rentedFlat)))).toContain(
      '1010 800 300 0 1100',
    );
  });

  test('compares with an earlier time, by amount and by per cent of what it was', () => {
    const books = booksOf(rentedFlat);
    const compared = books.accounts.map((account) =>
      turnoverOf(account, [['1010 Cash', '3010 Capital', 640]]),
    );
    const rows = written(trialBalance({ ...books, compared }));
    expect(rows).toContain('1010 0 1500 700 800 640 160 25');
    expect(rows).toContain('5020 0 200 0 200 0 200 -');
  });

  test('shows parents above their children, as their sum', () => {
    const assets = anAccount('1000 Assets');
    const [cash, bank] = [anAccount('1010 Cash', assets.id), anAccount('1020 Bank', assets.id)];
    const bookings: readonly Booking[] = [
      ['1010 Cash', '1020 Bank', 70],
      ['1020 Bank', '3010 Capital', 100],
    ];
    const accounts = [bank, assets, cash];
    const turnovers = accounts.map((account) => turnoverOf(account, bookings));
    const { rows } = trialBalance({ currency: 'INR', accounts, turnovers });
    expect(rows.map(({ kind, level }) => `${kind} ${String(level)}`)).toEqual([
      ...['group 0', 'account 1', 'account 1', 'total 0'],
    ]);
    expect(written({ rows })[0]).toBe('1000 0 170 70 100');
  });

  test('of any bookings has as much on one side as on the other', () => {
    const account = fc.constantFrom(
      '1010 Cash',
      '1030 Receivable',
      '2010 Payable',
      '4010 Rent',
      '5020 Repairs',
    );
    const bookings = fc.array(fc.tuple(account, account, fc.integer({ min: 1, max: 1e9 })), { minLength: 1 });
    fc.assert(
      fc.property(bookings, bookings, (now, before) => {
        const report = trialBalance(booksOf(now, before));
        const [total] = report.rows.slice(-1);
        expect(report.checks[0]?.holds).toBe(true);
        expect([total?.cells[0], total?.cells[3]]).toEqual(['0.00', '0.00']);
      }),
    );
  });

  test('of books that lost an account says so', () => {
    const books = booksOf(rentedFlat);
    const accounts = books.accounts.filter(({ code }) => code !== '1010');
    const [check] = trialBalance({ ...books, accounts }).checks;
    expect(check).toMatchObject({ left: '1900.00', right: '2700.00', holds: false });
  });
});
