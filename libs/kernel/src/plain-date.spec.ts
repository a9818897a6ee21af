import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Clock } from './clock.js';
import { DateNotReal, daysInMonth, isLeapYear, PlainDate, ZoneUnknown } from './plain-date.js';

class StoppedClock extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }
}

const date = (text: string): PlainDate => PlainDate.parse(text);
// Far enough from both ends of the calendar that the days and months added below stay inside it.
const anyDate = fc
  .tuple(
    fc.integer({ min: 300, max: 9600 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => PlainDate.of(year, month, Math.min(day, daysInMonth(year, month))));

describe('dates as text', () => {
  test.each(['2026-04-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is a date',
    (text) => {
      expect(date(text).toString()).toBe(text);
      expect(JSON.stringify({ on: date(text) })).toBe(`{"on":"${text}"}`);
    },
  );

  test.each([
    ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'],
    ...['2026-4-1', '01-04-2026', '2026-04-01T00:00:00Z', '2026-04-01 ', '20260401', '', '+002026-04-01'],
  ])('%j is not a date', (text) => {
    expect(() => date(text)).toThrow(DateNotReal);
  });

  it('are refused in parts as well', () => {
    expect(() => PlainDate.of(2026, 2, 29)).toThrow(DateNotReal);
    expect(() => PlainDate.of(2026.5, 1, 1)).toThrow(DateNotReal);
    expect(() => PlainDate.of(10_000, 1, 1)).toThrow(DateNotReal);
  });
});

describe('counting with dates', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-31', 365, '2027-03-31'],
    ['0001-01-01', 3_652_058, '9999-12-31'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(date(from).addDays(days).toString()).toBe(to);
    expect(date(from).daysUntil(date(to))).toBe(days);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(date(from).addMonths(months).toString()).toBe(to);
  });

  it('stays inside the calendar', () => {
    expect(() => date('9999-12-31').addDays(1)).toThrow(DateNotReal);
    expect(() => date('0001-01-31').addMonths(-1)).toThrow(DateNotReal);
    expect(() => date('2026-01-01').addDays(0.5)).toThrow(DateNotReal);
  });

  test.each([
    ['0001-01-01', 1],
    ['1947-08-15', 5],
    ['2026-04-01', 3],
    ['2026-11-22', 7],
    ['2000-02-29', 2],
  ])('%s is weekday %i', (text, weekday) => {
    expect(date(text).weekday).toBe(weekday);
  });

  test.each([
    [2024, true],
    [2026, false],
    [1900, false],
    [2000, true],
  ])('%i is a leap year: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(PlainDate.of(year, 6, 1).isInLeapYear).toBe(leap);
  });

  it('knows where its month begins and ends', () => {
    expect(date('2024-02-10').startOfMonth().toString()).toBe('2024-02-01');
    expect(date('2024-02-10').endOfMonth().toString()).toBe('2024-02-29');
    expect(date('2024-02-29').addYears(1).toString()).toBe('2025-02-28');
  });

  it('agrees with the calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
        const oracle = new Date(`${from.toString()}T00:00:00Z`);
        oracle.setUTCDate(oracle.getUTCDate() + days);
        const moved = from.addDays(days);
        expect(moved.toString()).toBe(oracle.toISOString().slice(0, 10));
        expect(moved.weekday % 7).toBe(oracle.getUTCDay());
        expect(moved.addDays(-days).equals(from)).toBe(true);
      }),
    );
  });

  it('adds months to the last day at most, and never into another month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2400, max: 2400 }), (from, months) => {
        const moved = from.addMonths(months);
        expect(moved.year * 12 + moved.month).toBe(from.year * 12 + from.month + months);
        expect(moved.day).toBe(Math.min(from.day, daysInMonth(moved.year, moved.month)));
      }),
    );
  });

  it('orders dates like their text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const [a, b] = [one.toString(), other.toString()];
        expect(one.compare(other)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(one.isBefore(other)).toBe(a < b);
        expect(one.isAfter(other)).toBe(a > b);
        expect(PlainDate.parse(a).equals(one)).toBe(true);
      }),
    );
  });
});

describe('today', () => {
  test.each([
    ['2026-03-31T18:29:59Z', 'Asia/Kolkata', '2026-03-31'],
    ['2026-03-31T18:30:00Z', 'Asia/Kolkata', '2026-04-01'],
    ['2026-03-31T18:30:00Z', 'UTC', '2026-03-31'],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-10-24T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2024-02-29T12:00:00Z', 'Pacific/Kiritimati', '2024-03-01'],
  ])('at %s in %s is %s', (instant, zone, expected) => {
    expect(PlainDate.today(new StoppedClock(instant), zone).toString()).toBe(expected);
  });

  it('needs a zone that exists', () => {
    expect(() => PlainDate.today(new StoppedClock('2026-01-01T00:00:00Z'), 'Asia/Atlantis')).toThrow(
      ZoneUnknown,
    );
  });
});
