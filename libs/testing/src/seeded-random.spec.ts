import { describe, expect, it } from '@jest/globals';
import { seededRandom } from './seeded-random.js';

const take = (count: number, seed: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded randomness', () => {
  it('repeats with its seed and differs with another', () => {
    expect(take(5, 42)).toEqual(take(5, 42));
    expect(take(5, 42)).not.toEqual(take(5, 43));
  });

  it('spreads evenly over zero to one', () => {
    const numbers = take(10_000, 1);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const inEachTenth = Array.from({ length: 10 }, (_, tenth) => {
      return numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    });
    for (const count of inEachTenth) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
