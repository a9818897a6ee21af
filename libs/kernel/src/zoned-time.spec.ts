import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlainDate, ZoneUnknown } from './plain-date.js';
import { instantAt, TimeNotReal } from './zoned-time.js';

const at = (date: string, time: string, zone: string): string =>
  instantAt(PlainDate.parse(date), time, zone).toISOString();

describe('the instant of a time of day', () => {
  test.each([
    ['in a zone that is half an hour off', '2026-04-01', '02:00', 'Asia/Kolkata', '2026-03-31T20:30:00.000Z'],
    ['in UTC', '2026-04-01', '00:00', 'UTC', '2026-04-01T00:00:00.000Z'],
    ['in winter', '2026-01-15', '02:30', 'America/New_York', '2026-01-15T07:30:00.000Z'],
    ['in summer', '2026-07-15', '02:30', 'America/New_York', '2026-07-15T06:30:00.000Z'],
    [
      'that is left out is an hour later',
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:30:00.000Z',
    ],
    ['that comes twice is the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    [
      'where clocks move by half an hour',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:45:00.000Z',
    ],
    ['where midnight is left out', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['on a leap day', '2028-02-29', '23:59', 'Asia/Kolkata', '2028-02-29T18:29:00.000Z'],
  ])('%s', (_, ...[date, time, zone, instant]) => {
    expect(at(date, time, zone)).toBe(instant);
  });

  test.each(['24:00', '2:30', '12:60', '', '12:30:00'])('"%s" is refused', (time) => {
    expect(() => at('2026-04-01', time, 'UTC')).toThrow(TimeNotReal);
  });

  test('a zone nobody knows is named', () => {
    expect(() => at('2026-04-01', '02:00', 'Asia/Calcuta')).toThrow(ZoneUnknown);
  });

  const zones = [
    'Asia/Kolkata',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const days = fc.integer({ min: 0, max: 36_500 }).map((day) => PlainDate.of(1975, 1, 1).addDays(day));
  const minutes = fc.integer({ min: 0, max: 1_439 });
  const text = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  test('falls on its day, and a day later is later', () => {
    fc.assert(
      fc.property(days, minutes, fc.constantFrom(...zones), (day, minute, zone) => {
        const instant = instantAt(day, text(minute), zone);
        expect(PlainDate.at(instant, zone).toString()).toBe(day.toString());
        expect(instantAt(day.addDays(1), text(minute), zone).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });
});
