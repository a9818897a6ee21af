import { Money } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { figuresOf } from './invoice-figures.js';

const figure = (amount: string, count: number) => ({ amount: Money.parse(amount, 'INR'), count });

const none = figure('0.00', 0);

describe('the figures of invoices', () => {
  test('are those of the documented screen: 1300 paid, 207 unpaid', () => {
    const unpaid = figure('1190414.00', 207);
    const counted = { paid: figure('5885967.00', 1300), unpaid, overdue: unpaid, writtenOff: none };
    expect(figuresOf(counted)).toEqual({
      paid: { amount: '5885967.00', count: 1300, countShare: '86.3' },
      unpaid: { amount: '1190414.00', count: 207, countShare: '13.7' },
      overdue: { amount: '1190414.00', count: 207, countShare: '13.7' },
      writtenOff: { amount: '0.00', count: 0, countShare: '0.0' },
      all: { amount: '7076381.00', count: 1507, countShare: '100.0' },
      amountPaidShare: '83.2',
    });
  });

  test('count what was written off as billed, and not as paid', () => {
    const [paid, writtenOff] = [figure('60.00', 1), figure('40.00', 1)];
    expect(figuresOf({ paid, unpaid: none, overdue: none, writtenOff })).toMatchObject({
      ...{ all: { amount: '100.00', count: 2 }, writtenOff: { countShare: '50.0' }, amountPaidShare: '60.0' },
    });
  });

  test('of nothing are no shares', () => {
    expect(figuresOf({ paid: none, unpaid: none, overdue: none, writtenOff: none })).toMatchObject({
      paid: { countShare: null },
      amountPaidShare: null,
    });
  });
});
