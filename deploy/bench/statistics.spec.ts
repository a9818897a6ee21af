import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { isMet, median, rounded, summary } from './statistics.ts';

describe('summing up rounds', () => {
  test.each([
    [[5], 5],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
  ])('the median of %p is %p', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has at least half of the rounds on either side of the median', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
        const middle = median(values);
        expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });

  it('keeps the spread', () => {
    expect(summary([0.61, 0.58, 0.64])).toEqual({ median: 0.61, least: 0.58, most: 0.64 });
  });

  test.each([[[]], [[1, Number.NaN]], [[1, Number.POSITIVE_INFINITY]]])(
    'refuses %p: nothing was measured',
    (values) => {
      expect(() => summary(values)).toThrow('could not be measured');
    },
  );
});

describe('targets', () => {
  test.each([
    [0.6, { atLeast: 0.6 }, true],
    [0.59, { atLeast: 0.6 }, false],
    [130, { atMost: 130 }, true],
    [131, { atMost: 130 }, false],
  ])('%p against %p is met: %p', (value, target, met) => {
    expect(isMet(value, target)).toBe(met);
  });

  test.each([
    [0.60049, 0.6],
    [1234.5, 1230],
    [0.000123456, 0.000123],
    [0, 0],
  ])('%p is shown as %p', (value, expected) => {
    expect(rounded(value)).toBe(expected);
  });
});
