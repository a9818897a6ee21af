import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { rupees, written } from '../../test/support/worked-examples.js';
import { dayBook, type DayBookLine } from './day-book.js';
import { type LedgerLine, ledgerStatement } from './ledger-page.js';

const aLine = (change: Partial<LedgerLine> = {}): LedgerLine => ({
  ...{ entryId: newId(), accountId: newId(), partyId: null, on: '2024-04-01', entry: 'JV/1' },
  ...{ document: 'bill', narration: 'Electricity', counterAccount: '51510 Electricity Expense' },
  ...{ side: 'credit', amount: rupees(500) },
  ...change,
});

const billed = aLine();
const paid = aLine({
  on: '2024-04-10',
  entry: 'JV/2',
  document: 'payment',
  side: 'debit',
  narration: 'Paid',
});

describe('a ledger', () => {
  test('runs from the opening balance to the closing one', () => {
    const page = { name: 'account-ledger', opening: rupees(-200), isFirst: true } as const;
    const report = ledgerStatement({ ...page, lines: [billed, paid], closing: rupees(-200) });
    expect(written(report)).toEqual([
      'opening - - - - - - - -200',
      ' 2024-04-01 JV/1 bill Electricity 51510 Electricity Expense - 500 -700',
      ' 2024-04-10 JV/2 payment Paid 51510 Electricity Expense 500 - -200',
      'closing - - - - - - - -200',
    ]);
    expect(report.checks[0]).toMatchObject({ name: 'closing-is-balance', holds: true });
  });

  test('of a page in the middle goes on from the line before, and ends open', () => {
    const report = ledgerStatement({
      name: 'account-ledger',
      opening: rupees(70),
      lines: [paid],
      isFirst: false,
    });
    expect(report.rows.map(({ cells }) => cells.at(-1))).toEqual(['570.00']);
    expect(report.checks).toEqual([]);
  });

  test('whose lines do not lead to the balance says so', () => {
    const page = { name: 'account-ledger', opening: rupees(0), isFirst: true } as const;
    const report = ledgerStatement({ ...page, lines: [paid], closing: rupees(400) });
    expect(report.checks[0]).toMatchObject({ left: '500.00', right: '400.00', holds: false });
  });

  test('of a vendor has the credit first, and of a bank receipts and payments', () => {
    const names = (page: Parameters<typeof ledgerStatement>[0]): readonly string[] =>
      ledgerStatement(page)
        .columns.slice(5)
        .map(({ name }) => name);
    const page = { opening: rupees(0), lines: [], isFirst: true };
    expect(names({ ...page, name: 'party-ledger', creditFirst: true })).toEqual([
      'credit',
      'debit',
      'balance',
    ]);
    expect(names({ ...page, name: 'bank-book' })).toEqual(['receipts', 'payments', 'balance']);
  });
});

describe('a day book', () => {
  const bookings: readonly DayBookLine[] = [
    { ...billed, accountCode: '51510', accountName: 'Electricity Expense', side: 'debit' },
    { ...billed, accountCode: '21010', accountName: 'Trade Payables' },
    { ...paid, accountCode: '21010', accountName: 'Trade Payables' },
    { ...paid, accountCode: '11120', accountName: 'Bank Accounts', side: 'credit' },
  ];

  test('tells every entry of every day, and what each day moved', () => {
    const report = dayBook('INR', bookings);
    expect(written(report)).toEqual([
      'Electricity 2024-04-01 JV/1 bill Electricity - -',
      '51510 - - - - 500 -',
      '21010 - - - - - 500',
      'day-total 2024-04-01 - - - 500 500',
      'Paid 2024-04-10 JV/2 payment Paid - -',
      '21010 - - - - 500 -',
      '11120 - - - - - 500',
      'day-total 2024-04-10 - - - 500 500',
      'total - - - - 1000 1000',
    ]);
    expect(report.checks[0]?.holds).toBe(true);
  });
});
