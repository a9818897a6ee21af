import { expect, it } from '@jest/globals';
import { sincePrevious } from './journey-times.js';

it('steps stand in the order in which they happened, each with what passed since the one before', () => {
  const steps = ['2026-04-05T18:04:02.141Z', '2026-04-05T18:04:02.110Z', '2026-04-05T18:04:04.000Z'];
  expect(sincePrevious(steps.map((at) => ({ at })))).toEqual([
    { step: { at: steps[1] }, sinceMs: undefined },
    { step: { at: steps[0] }, sinceMs: 31 },
    { step: { at: steps[2] }, sinceMs: 1859 },
  ]);
  expect(sincePrevious([])).toEqual([]);
});
