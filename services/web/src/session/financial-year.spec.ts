import { describe, expect, it } from '@jest/globals';
import { daysOf, presentYear, type YearSpan } from './financial-year.js';

const past = { startsOn: '2025-04-01', endsOn: '2026-03-31' };
const present = { startsOn: '2026-04-01', endsOn: '2027-03-31' };
const coming = { startsOn: '2027-04-01', endsOn: '2028-03-31' };

describe('the financial year one works in', () => {
  it.each([
    ['2026-11-25', present],
    ['2026-04-01', present],
    ['2026-03-31', past],
    ['2030-01-01', coming],
    ['2020-01-01', coming],
  ])('is on %s, before anybody has chosen, %j', (today, year) => {
    expect(presentYear([coming, present, past], today)).toEqual(year);
  });

  it('is none where the books have none', () => {
    expect(presentYear([] as YearSpan[], '2026-11-25')).toBeUndefined();
  });

  it('gives a report its first and last day when it is not the present one', () => {
    expect(daysOf(past, '2026-11-25')).toEqual({ from: '2025-04-01', asOf: '2026-03-31' });
    expect(daysOf(coming, '2026-11-25')).toEqual({ from: '2027-04-01', asOf: '2028-03-31' });
  });

  it.each(['2026-04-01', '2026-11-25', '2027-03-31'])(
    'leaves the days of the present year to the service on %s',
    (today) => {
      expect(daysOf(present, today)).toEqual({});
      expect(daysOf(undefined, today)).toEqual({});
    },
  );
});
