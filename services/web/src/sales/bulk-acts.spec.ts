import { describe, expect, it } from '@jest/globals';
import { type BulkAct, bulkActs, inOrder, isNext, sumOf } from './bulk-acts.js';

const acts = (state: Parameters<typeof isNext>[1]['state'], levels: number): readonly BulkAct[] =>
  bulkActs.filter((act) => isNext(act, { state }, levels));

describe('what can be done to many', () => {
  it.each([
    ['draft', 0, ['issue']],
    ['draft', 1, ['submit']],
    ['submitted', 1, ['approve']],
    ['approved', 1, ['issue']],
    ['rejected', 0, ['issue']],
    ['issued', 0, []],
    ['posted', 0, []],
    ['discarded', 0, []],
  ] as const)('%s, where %d approve: %j', (state, levels, expected) => {
    expect(acts(state, levels)).toEqual(expected);
  });
});

it('is done to the oldest first, and to what was written first on the same day', () => {
  const row = (on: string, createdAt: string) => ({ state: 'draft', on, createdAt }) as const;
  const [one, two, three] = [row('2026-04-01', '2'), row('2026-04-02', '1'), row('2026-04-01', '3')];
  expect(inOrder([two, three, one])).toEqual([one, three, two]);
});

it('they come to their exact sum, and to none where they are in other money', () => {
  expect(
    sumOf([
      { currency: 'INR', total: '0.10' },
      { currency: 'INR', total: '0.20' },
    ]),
  ).toBe('0.30');
  expect(sumOf([{ currency: 'USD', total: '1.00' }])).toBeUndefined();
});
