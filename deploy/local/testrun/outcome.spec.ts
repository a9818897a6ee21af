import { expect, it } from '@jest/globals';
import { exitCode, fail, lastLine, pass, skip, sum } from './outcome.ts';

it('the last line counts over all steps', () => {
  const total = sum([pass, { passed: 12, failed: 0, skipped: [] }, fail]);
  expect(lastLine(total)).toBe('13 passed, 1 failed');
  expect(exitCode(total)).toBe(1);
});

it('what was skipped is counted beside, and does not fail', () => {
  const total = sum([pass, skip('units boot', 'no nspawn')]);
  expect(lastLine(total)).toBe('1 passed, 0 failed, 1 skipped');
  expect(exitCode(total)).toBe(0);
});

it.each([[[]], [[skip('everything', 'no reason')]]])(
  'a run in which nothing ran is a failure',
  (outcomes) => {
    expect(lastLine(sum(outcomes))).toMatch(/^0 passed, 1 failed/);
    expect(exitCode(sum(outcomes))).toBe(1);
  },
);
