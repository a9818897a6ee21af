import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { DivisionByZero, divideRounded, magnitude, type Rounding } from './rounding.js';

const anyUnits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const anyDivisor = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).filter((divisor) => divisor !== 0n);

describe('rounding a fraction of units', () => {
  const cases: [bigint, bigint, Rounding, bigint][] = [
    [5n, 2n, 'half-up', 3n],
    [4n, 3n, 'half-up', 1n],
    [5n, 3n, 'half-up', 2n],
    [-5n, 2n, 'half-up', -3n],
    [5n, -2n, 'half-up', -3n],
    [-4n, 3n, 'half-up', -1n],
    [6n, 2n, 'half-up', 3n],
    [0n, 7n, 'half-up', 0n],
    [41n, 10n, 'up', 5n],
    [-41n, 10n, 'up', -5n],
    [40n, 10n, 'up', 4n],
    [49n, 10n, 'down', 4n],
    [-49n, 10n, 'down', -4n],
  ];
  test.each(cases)('%s / %s rounded %s is %s', (numerator, denominator, rounding, expected) => {
    expect(divideRounded(numerator, denominator, rounding)).toBe(expected);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(DivisionByZero);
  });

  it('is never further from the exact value than half a unit', () => {
    fc.assert(
      fc.property(anyUnits, anyDivisor, (numerator, denominator) => {
        const error = magnitude(divideRounded(numerator, denominator) * denominator - numerator);
        expect(error * 2n).toBeLessThanOrEqual(magnitude(denominator));
      }),
    );
  });

  it('mirrors the sign, whatever the mode', () => {
    const anyRounding = fc.constantFrom<Rounding>('half-up', 'up', 'down');
    fc.assert(
      fc.property(anyUnits, anyDivisor, anyRounding, (numerator, denominator, rounding) => {
        const rounded = divideRounded(numerator, denominator, rounding);
        expect(divideRounded(-numerator, denominator, rounding)).toBe(-rounded);
      }),
    );
  });
});
