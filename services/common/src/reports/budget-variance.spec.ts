import type { Id } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { anAccount, type Booking, rupees, turnoverOf, written } from '../../test/support/worked-examples.js';
import { budgetVariance } from './budget-variance.js';
import type { ReportAccount } from './account-tree.js';

const expenses = (text: string, parentId: Id | null = null): ReportAccount => ({
  ...anAccount(text, parentId),
  ...{ class: 'expense', normalSide: 'debit' },
});

const utilities = expenses('6000 Utilities');
const maintenance = expenses('7000 Maintenance');
const electricity = expenses('6001 Electricity', utilities.id);
const water = expenses('6002 Water', utilities.id);
const cleaning = expenses('7001 Cleaning', maintenance.id);
const repairs = expenses('7002 Repairs', maintenance.id);
const fees = anAccount('4010 Fees');
const fines = anAccount('4020 Fines');
const accounts = [utilities, maintenance, electricity, water, cleaning, repairs, fees, fines];

const spent: readonly Booking[] = [
  ['6001 Electricity', '1010 Cash', 160_000],
  ['6002 Water', '1010 Cash', 260_000],
  ['7001 Cleaning', '1010 Cash', 130_000],
  ['7002 Repairs', '1010 Cash', 150_000],
];

const planned = new Map([
  [electricity.id, rupees(150_000)],
  [water.id, rupees(250_000)],
  [cleaning.id, rupees(120_000)],
  [repairs.id, rupees(180_000)],
]);

const report = (bookings: readonly Booking[], plan: ReadonlyMap<Id, ReturnType<typeof rupees>>) =>
  written(
    budgetVariance(
      { currency: 'INR', accounts, turnovers: accounts.map((account) => turnoverOf(account, bookings)) },
      plan,
    ),
  );

describe('budget and actual', () => {
  test('are the documented ones, with percentages of the budget', () => {
    expect(report(spent, planned)).toEqual([
      'revenue - - - - -',
      'total-revenue 0 0 0 - -',
      'expense - - - - -',
      '6000 400000 420000 -20000 -5 unfavourable',
      '6001 150000 160000 -10000 -6.67 unfavourable',
      '6002 250000 260000 -10000 -4 unfavourable',
      '7000 300000 280000 20000 6.67 favourable',
      '7001 120000 130000 -10000 -8.33 unfavourable',
      '7002 180000 150000 30000 16.67 favourable',
      'total-expense 700000 700000 0 0 -',
      'result -700000 -700000 0 0 -',
    ]);
  });

  test('of income are favourable above the plan, and what was never planned has no percentage', () => {
    const earned: readonly Booking[] = [
      ['1010 Cash', '4010 Fees', 1100],
      ['1010 Cash', '4020 Fines', 50],
      ['7002 Repairs', '1010 Cash', 30],
    ];
    expect(report(earned, new Map([[fees.id, rupees(1000)]]))).toEqual([
      'revenue - - - - -',
      '4010 1000 1100 -100 -10 favourable',
      '4020 0 50 -50 - favourable',
      'total-revenue 1000 1150 -150 -15 favourable',
      'expense - - - - -',
      '7000 0 30 -30 - unfavourable',
      '7002 0 30 -30 - unfavourable',
      'total-expense 0 30 -30 - unfavourable',
      'result 1000 1120 -120 -12 favourable',
    ]);
  });
});
