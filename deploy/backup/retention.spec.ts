import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kept, oldestOfDays, superfluous } from './retention.ts';

/** One each night for so many days, up to a Tuesday. */
function nights(count: number): { finishedAt: string }[] {
  return Array.from({ length: count }, (_, ago) => ({
    finishedAt: new Date(Date.UTC(2026, 10, 24 - ago, 2, 30)).toISOString(),
  }));
}

function stays(bases: readonly { finishedAt: string }[]): readonly string[] {
  const gone = new Set(superfluous(bases));
  return bases.filter((base) => !gone.has(base)).map(({ finishedAt }) => finishedAt.slice(0, 10));
}

test('of four years of nights seven days, four weeks, twelve months and three years stay', () => {
  expect(stays(nights(1_461))).toEqual([
    ...['2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18'],
    ...['2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
    ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2024-12-31'],
  ]);
});

test('a point in time can be any since the oldest backup of a day', () => {
  expect(oldestOfDays(nights(30))?.finishedAt).toBe('2026-11-18T02:30:00.000Z');
  expect(oldestOfDays(nights(0))).toBeUndefined();
});

test('several of one day leave the last of them', () => {
  const bases = ['2026-11-24T02:00:00.000Z', '2026-11-24T14:00:00.000Z'].map((finishedAt) => ({
    finishedAt,
  }));
  expect(superfluous(bases)).toEqual([bases[0]]);
});

test('the newest always stays, no more than the rule says do, and a second look takes nothing more', () => {
  const most = kept.daily + kept.weekly + kept.monthly + kept.yearly;
  const day = fc.integer({ min: 0, max: 3_000 }).map((ago) => ({
    finishedAt: new Date(Date.UTC(2026, 10, 24 - ago)).toISOString(),
  }));
  fc.assert(
    fc.property(fc.uniqueArray(day, { selector: ({ finishedAt }) => finishedAt }), (bases) => {
      const gone = new Set(superfluous(bases));
      const left = bases.filter((base) => !gone.has(base));
      expect(left.length).toBeLessThanOrEqual(most);
      expect(left.length > 0).toBe(bases.length > 0);
      const newest = [...bases].sort((one, other) => other.finishedAt.localeCompare(one.finishedAt))[0];
      expect(newest === undefined || !gone.has(newest)).toBe(true);
      expect(superfluous(left)).toEqual([]);
    }),
  );
});
