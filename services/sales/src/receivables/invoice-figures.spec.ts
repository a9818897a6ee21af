import { Money } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { figuresOf } from './invoice-figures.js';

const figure = (amount: string, count: number) => ({ amount: Money.parse(amount, 'INR'), count });

describe('the figures of invoices', () => {
  test('are those of the documented screen: 1300 paid, 207 unpaid', () => {
    const unpaid = figure('1190414.00', 207);
    expect(figuresOf({ paid: figure('5885967.00', 1300), unpaid, overdue: unpaid })).toEqual({
      paid: { amount: '5885967.00', count: 1300, countShare: '86.3' },
      unpaid: { amount: '1190414.00', count: 207, countShare: '13.7' },
      overdue: { amount: '1190414.00', count: 207, countShare: '13.7' },
      all: { amount: '7076381.00', count: 1507, countShare: '100.0' },
      amountPaidShare: '83.2',
    });
  });

  test('of nothing are no shares', () => {
    const none = figure('0.00', 0);
    expect(figuresOf({ paid: none, unpaid: none, overdue: none })).toMatchObject({
      paid: { countShare: null },
      amountPaidShare: null,
    });
  });
});
