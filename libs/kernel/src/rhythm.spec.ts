import { describe, expect, test } from '@jest/globals';
import { PlainDate } from './plain-date.js';
import { datesFrom, placeNotBefore, type Rhythm } from './rhythm.js';

const monthly: Rhythm = { every: 'month', startsOn: '2027-01-31' };
const texts = (rhythm: Rhythm, place = 0, most = 4) => datesFrom(rhythm, place, most).map(String);

describe('the dates of a rhythm', () => {
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
});
