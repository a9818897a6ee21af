import { describe, expect, it } from '@jest/globals';
import { heightsOf, segmentsOf } from './window-of-rows.js';

const shape = (...asked: Parameters<typeof segmentsOf>): readonly (string | number)[] =>
  segmentsOf(...asked).map((one) => (one.kind === 'gap' ? one.height : `#${String(one.block)}`));

const tens = (count: number): readonly number[] => Array.from({ length: count }, () => 10);

describe('what of a long list is rendered', () => {
  it('is what is seen, with gaps as tall as the rest', () => {
    expect(shape(tens(100), { from: 500, until: 520 }, undefined)).toEqual([500, '#50', '#51', 480]);
  });

  it('includes what is seen in part', () => {
    expect(shape(tens(4), { from: 15, until: 21 }, undefined)).toEqual([10, '#1', '#2', 10]);
  });

  it('includes what has the focus, wherever it is', () => {
    expect(shape(tens(10), { from: 0, until: 10 }, 7)).toEqual(['#0', 60, '#7', 20]);
  });

  it('is as tall in all as the whole, whatever is seen', () => {
    for (const from of [0, 3, 77, 990, 5000]) {
      const segments = segmentsOf(tens(100), { from, until: from + 30 }, 42);
      const sizes = segments.map((one) => (one.kind === 'gap' ? one.height : 10));
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(1000);
    }
  });

  it('has keys that are all different', () => {
    const keys = segmentsOf(tens(10), { from: 40, until: 50 }, 8).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('what was not measured is as tall as what was, on average', () => {
  expect(heightsOf(3, new Map(), 8)).toEqual([8, 8, 8]);
  expect(
    heightsOf(
      3,
      new Map([
        [0, 10],
        [2, 20],
      ]),
      8,
    ),
  ).toEqual([10, 15, 20]);
});
