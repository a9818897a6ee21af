import { expect, it } from '@jest/globals';
import { sampleOf } from './visits.ts';

it('tells what one visit in a hundred waited longer than, and what the measuring adds itself', () => {
  const took = Array.from({ length: 1_000 }, (_, index) => 1_000 - index);
  const late = took.map(() => 2);
  expect(sampleOf({ took, late })).toEqual({
    ...{ 'p50 ms': 501, 'p99 ms': 991, 'most ms': 1_000, 'late p99 ms': 2 },
  });
});
