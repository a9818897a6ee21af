import type { JournalRecurrence } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { reversalOf } from './journal-dates.js';

const monthly: JournalRecurrence = { every: 'month', startsOn: '2027-01-31', reverses: 'never' };

describe('the dates of a recurring journal', () => {
  test('are reversed on the first of the month after, if at all', () => {
    const accrual = { ...monthly, reverses: 'next-month' } as const;
    expect(String(reversalOf(accrual, PlainDate.parse('2027-12-31')))).toBe('2028-01-01');
    expect(reversalOf(monthly, PlainDate.parse('2027-12-31'))).toBeUndefined();
  });
});
