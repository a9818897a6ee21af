import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { anAccount, type Booking, turnoverOf, written } from '../../test/support/worked-examples.js';
import type { ReportAccount } from './account-tree.js';
import { consolidatedTrialBalance } from './consolidation.js';

const accounts: readonly ReportAccount[] = [
  anAccount('1010 Cash'),
  { ...anAccount('1170 Owed by companies'), role: 'intercompany-receivable' },
  { ...anAccount('2104 Owed to companies'), role: 'intercompany-payable' },
  anAccount('3010 Capital'),
];
const aCompany = (name: string, bookings: readonly Booking[]) => ({
  ...{ id: newId(), name },
  turnovers: accounts.map((account) => turnoverOf(account, bookings)),
});
const lender = aCompany('Lender', [
  ['1010 Cash', '3010 Capital', 900],
  ['1170 Owed by companies', '1010 Cash', 400],
]);

describe('a consolidated trial balance', () => {
  test('takes out what the companies owe each other', () => {
    const borrower = aCompany('Borrower', [['1010 Cash', '2104 Owed to companies', 400]]);
    const report = consolidatedTrialBalance({ currency: 'INR', accounts, companies: [lender, borrower] });
    expect(report.columns.map(({ label, name }) => label ?? name)).toEqual([
      ...['Lender', 'Borrower', 'elimination', 'total'],
    ]);
    expect(written(report)).toEqual([
      '1010 500 400 0 900',
      '1170 400 0 -400 0',
      '2104 0 -400 400 0',
      '3010 -900 0 0 -900',
      'total 0 0 0 0',
    ]);
    expect(report.checks.map(({ holds }) => holds)).toEqual([true, true]);
  });

  test('says so when one company books a debt that the other does not know', () => {
    const forgetful = aCompany('Forgetful', [['1010 Cash', '3010 Capital', 400]]);
    const report = consolidatedTrialBalance({ currency: 'INR', accounts, companies: [lender, forgetful] });
    expect(report.checks).toMatchObject([
      { name: 'debits-are-credits', holds: false },
      { name: 'eliminations-are-zero', left: '-400.00', holds: false },
    ]);
  });
});
