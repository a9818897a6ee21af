import type { JournalRecurrence } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { datesFrom, placeNotBefore, reversalOf } from './journal-dates.js';

const monthly: JournalRecurrence = { every: 'month', startsOn: '2027-01-31', reverses: 'never' };
const texts = (recurrence: JournalRecurrence, place = 0, most = 4) =>
  datesFrom(recurrence, place, most).map(String);

describe('the dates of a recurring journal', () => {
  test('keep their day of the month where the month has it', () => {
    expect(texts(monthly)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  test.each([
    ['week', '2027-02-07'],
    ['quarter', '2027-04-30'],
    ['half-year', '2027-07-31'],
    ['year', '2028-01-31'],
  ] as const)('come every %s', (every, second) => {
    expect(texts({ ...monthly, every }, 0, 2)).toEqual(['2027-01-31', second]);
  });

  test('end with their last day or their number, whichever is first', () => {
    expect(texts({ ...monthly, endsOn: '2027-03-30' })).toEqual(['2027-01-31', '2027-02-28']);
    expect(texts({ ...monthly, endsOn: '2027-03-31', times: 1 })).toEqual(['2027-01-31']);
    expect(texts({ ...monthly, times: 3 }, 2)).toEqual(['2027-03-31']);
  });

  test('that passed during a pause are left out, and do not come later', () => {
    expect(placeNotBefore(monthly, PlainDate.parse('2027-03-31'), 1)).toBe(2);
    expect(placeNotBefore({ ...monthly, times: 2 }, PlainDate.parse('2027-12-01'), 1)).toBe(2);
  });

  test('are reversed on the first of the month after, if at all', () => {
    const accrual = { ...monthly, reverses: 'next-month' } as const;
    expect(String(reversalOf(accrual, PlainDate.parse('2027-12-31')))).toBe('2028-01-01');
    expect(reversalOf(monthly, PlainDate.parse('2027-12-31'))).toBeUndefined();
  });
});
