import { describe, expect, test } from '@jest/globals';
import {
  booksOf,
  payrollAndBills,
  rentedFlat,
  rupees,
  turnoverOf,
  written,
} from '../../test/support/worked-examples.js';
import { balanceSheet } from './balance-sheet.js';
import { profitAndLoss } from './profit-and-loss.js';

describe('profit and loss', () => {
  test('of a rented flat is 800', () => {
    expect(written(profitAndLoss(booksOf(rentedFlat)))).toEqual([
      ...['revenue - -', '4010 1000 100', 'total-revenue 1000 100'],
      ...['expense - -', '5020 200 20', 'total-expense 200 20', 'result 800 80'],
    ]);
  });

  test('of salaries and bills is a loss of 22000, and no share of an income that is not there', () => {
    expect(written(profitAndLoss(booksOf(payrollAndBills))).at(-1)).toBe('result -22000 -');
  });

  test('is about the period alone', () => {
    const books = booksOf([['1010 Cash', '4010 Rent Income', 300]], rentedFlat);
    expect(written(profitAndLoss(books)).at(-1)).toBe('result 300 100');
  });

  test('compares with the period before', () => {
    const books = booksOf(rentedFlat);
    const compared = books.accounts.map((account) =>
      turnoverOf(account, [['1010 Cash', '4010 Rent Income', 640]]),
    );
    expect(written(profitAndLoss({ ...books, compared })).at(-1)).toBe('result 800 80 640 160 25');
  });
});

describe('a balance sheet', () => {
  test('of a rented flat has the profit of the year in its equity', () => {
    const report = balanceSheet(booksOf(rentedFlat));
    expect(written(report)).toEqual([
      ...['assets -', '1010 800', 'total-assets 800'],
      ...['liabilities -', 'total-liabilities 0'],
      ...['equity -', 'current-result 800', 'total-equity 800', 'total-liabilities-and-equity 800'],
    ]);
    expect(report.checks[0]?.holds).toBe(true);
  });

  test('of salaries and bills balances although the bank is overdrawn', () => {
    const report = balanceSheet(booksOf(payrollAndBills));
    expect(report.checks).toEqual([
      { name: 'assets-are-liabilities-and-equity', left: '-20500.00', right: '-20500.00', holds: true },
    ]);
    expect(written(report)).toEqual(
      expect.arrayContaining(['total-liabilities 1500', 'current-result -22000', 'total-equity -22000']),
    );
  });

  test('names the result of earlier years that nobody has carried forward', () => {
    const books = booksOf([['1010 Cash', '4010 Rent Income', 300]], rentedFlat);
    expect(written(balanceSheet(books))).toEqual(
      expect.arrayContaining(['earlier-result 800', 'current-result 300', 'total-assets 1100']),
    );
  });

  test('shows an account that lowers the assets below zero', () => {
    const books = booksOf([['5020 Depreciation', '1290 Accumulated depreciation', 90]]);
    expect(written(balanceSheet(books))).toContain('1290 -90');
  });

  test('that misses a booking does not pretend to balance', () => {
    const books = booksOf(rentedFlat);
    const turnovers = books.turnovers.map((turnover, index) =>
      index === 0 ? { ...turnover, debit: turnover.debit.add(rupees(1)) } : turnover,
    );
    expect(balanceSheet({ ...books, turnovers }).checks[0]?.holds).toBe(false);
  });
});
