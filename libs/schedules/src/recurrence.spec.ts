import { PlainDate, type Weekday } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueBetween, firstAfter, patternOf, type Recurrence } from './recurrence.js';

const daily = (at: string): Recurrence => ({ every: 'day', at });
const monthly = (on: number, at = '02:00'): Recurrence => ({ every: 'month', on, at });
const weekly = (on: Weekday, at = '02:00'): Recurrence => ({ every: 'week', on, at });

describe('the first occurrence after an instant', () => {
  test.each([
    [daily('02:00'), 'Asia/Kolkata', '2026-03-31T20:29:59Z', '2026-04-01T02:00', '2026-03-31T20:30:00Z'],
    [daily('02:00'), 'Asia/Kolkata', '2026-03-31T20:30:00Z', '2026-04-02T02:00', '2026-04-01T20:30:00Z'],
    [weekly(1), 'UTC', '2026-04-01T00:00:00Z', '2026-04-06T02:00', '2026-04-06T02:00:00Z'],
    [weekly(7), 'UTC', '2026-04-01T00:00:00Z', '2026-04-05T02:00', '2026-04-05T02:00:00Z'],
    [monthly(31), 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T02:00', '2026-02-28T02:00:00Z'],
    [monthly(31), 'UTC', '2028-02-01T00:00:00Z', '2028-02-29T02:00', '2028-02-29T02:00:00Z'],
    [monthly(30), 'UTC', '2026-04-30T02:00:00Z', '2026-05-30T02:00', '2026-05-30T02:00:00Z'],
    // The clocks go from 02:00 to 03:00: half past two is at half past three.
    [daily('02:30'), 'America/New_York', '2026-03-08T00:00:00Z', '2026-03-08T02:30', '2026-03-08T07:30:00Z'],
    // They show half past one twice: the first time counts, and there is no second.
    [daily('01:30'), 'America/New_York', '2026-11-01T04:00:00Z', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    [daily('01:30'), 'America/New_York', '2026-11-01T05:30:00Z', '2026-11-02T01:30', '2026-11-02T06:30:00Z'],
    // Samoa went from 29 to 31 December 2011.
    [daily('02:00'), 'Pacific/Apia', '2011-12-29T13:00:00Z', '2011-12-31T02:00', '2011-12-30T12:00:00Z'],
  ])('%j in %s after %s is %s', (recurrence, timeZone, after, ...[period, dueAt]) => {
    const occurrence = firstAfter(new Date(after), { recurrence, timeZone });
    expect(occurrence).toEqual({ period, dueAt: new Date(dueAt) });
  });
});

describe('a recurrence', () => {
  const zones = ['Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const anyTimes = fc.record({
    timeZone: fc.constantFrom(...zones),
    recurrence: fc.oneof(
      time.map(daily),
      fc.tuple(fc.integer({ min: 1, max: 7 }), time).map(([on, at]) => weekly(on as Weekday, at)),
      fc.tuple(fc.integer({ min: 1, max: 31 }), time).map(([on, at]) => monthly(on, at)),
    ),
  });
  const instant = fc.date({ min: new Date('2009-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
  const later = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);

  test('comes back later each time, under a new name', () => {
    fc.assert(
      fc.property(instant, anyTimes, (after, times) => {
        const first = firstAfter(after, times);
        const second = firstAfter(first.dueAt, times);
        expect(first.dueAt > after && second.dueAt > first.dueAt).toBe(true);
        expect(second.period > first.period).toBe(true);
      }),
    );
  });

  test('is the same whether one looks once or stops in between', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(instant, days, days, anyTimes, (from, one, two, times) => {
        const [between, until] = [later(from, one), later(from, one + two)];
        const whole = dueBetween(from, until, times, 1_000);
        const parts = [
          ...dueBetween(from, between, times, 1_000),
          ...dueBetween(between, until, times, 1_000),
        ];
        expect(parts).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('of every month has one occurrence in each', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...zones),
        (from, on, timeZone) => {
          const due = dueBetween(from, later(from, 400), { recurrence: monthly(on), timeZone }, 13);
          const months = due.map(({ period }) => period.slice(0, 7));
          const first = PlainDate.parse(due[0]!.period.slice(0, 10)).startOfMonth();
          expect(months).toEqual(months.map((_, index) => first.addMonths(index).toString().slice(0, 7)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('that was missed for long is made up for in portions', () => {
    const times = { recurrence: daily('02:00'), timeZone: 'UTC' };
    const due = dueBetween(new Date('2026-01-01T00:00:00Z'), new Date('2026-12-31T00:00:00Z'), times, 3);
    expect(due.map(({ period }) => period)).toEqual([
      '2026-01-01T02:00',
      '2026-01-02T02:00',
      '2026-01-03T02:00',
    ]);
  });

  test.each([
    [daily('02:05'), '5 2 * * *'],
    [weekly(7, '23:00'), '0 23 * * 0'],
    [monthly(28), '0 2 28 * *'],
    // Rung on four days; on which of them it is due is computed.
    [monthly(31), '0 2 28-31 * *'],
  ])('%j rings at %s', (recurrence, pattern) => {
    expect(patternOf(recurrence)).toBe(pattern);
  });
});
