import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, allocateUnits, fillInOrder, WeightsUnusable } from './allocate.js';
import { Money } from './money.js';
import { magnitude } from './rounding.js';

const anyTotal = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('sharing out an amount', () => {
  test.each<[string, bigint[], string[]]>([
    ['100.00', [1n, 1n, 1n], ['33.34', '33.33', '33.33']],
    ['-100.00', [1n, 1n, 1n], ['-33.34', '-33.33', '-33.33']],
    ['0.02', [1n, 1n, 1n], ['0.01', '0.01', '0.00']],
    ['0.01', [1n, 3n], ['0.00', '0.01']],
    ['10.00', [0n, 1n, 0n], ['0.00', '10.00', '0.00']],
    ['0.00', [1n, 2n], ['0.00', '0.00']],
    ['500000.00', [900n, 1200n, 650n], ['163636.36', '218181.82', '118181.82']],
  ])('%s by weights %p is %p', (total, weights, parts) => {
    expect(allocate(Money.parse(total, 'INR'), weights).map((part) => part.toJSON())).toEqual(parts);
  });

  test.each<[string, bigint[]]>([
    ['no weights', []],
    ['only zeros', [0n, 0n]],
    ['a negative weight', [5n, -1n]],
    ['weights that cancel out', [1n, -1n]],
  ])('is refused with %s', (_, weights) => {
    expect(() => allocateUnits(100n, weights)).toThrow(WeightsUnusable);
  });

  it('gives parts that add up to the whole', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const parts = allocateUnits(total, weights);
        expect(parts).toHaveLength(weights.length);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
      }),
    );
  });

  it('gives nobody a whole unit more or less than the exact share, and nothing to a weight of zero', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const sum = weights.reduce((subtotal, weight) => subtotal + weight, 0n);
        allocateUnits(total, weights).forEach((part, index) => {
          expect(magnitude(part * sum - total * weights[index]!)).toBeLessThan(sum);
          if (weights[index] === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });

  it('never gives a smaller weight more than a larger one', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const parts = allocateUnits(total, weights).map(magnitude);
        const byWeight = weights
          .map((weight, index) => ({ weight, part: parts[index]! }))
          .sort((a, b) => (a.weight === b.weight ? Number(a.part - b.part) : a.weight < b.weight ? -1 : 1));
        for (const [index, { weight, part }] of byWeight.entries()) {
          const before = byWeight[index - 1];
          if (before && before.weight < weight) expect(part).toBeGreaterThanOrEqual(before.part);
        }
      }),
    );
  });

  it('is reversed by sharing out the negated amount', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        expect(allocateUnits(-total, weights)).toEqual(allocateUnits(total, weights).map((part) => -part));
      }),
    );
  });
});

test.each([
  [['3.00', '5.00', '2.00'], '6.00', ['3.00', '3.00', '0.00']],
  [['3.00', '5.00'], '20.00', ['3.00', '5.00']],
  [[], '1.00', []],
])('places for %j are filled in order from %s: %j', (places, amount, filled) => {
  const rupees = (text: string): Money => Money.parse(text, 'INR');
  expect(fillInOrder(places.map(rupees), rupees(amount)).map(String)).toEqual(
    filled.map((text) => rupees(text).toString()),
  );
});
