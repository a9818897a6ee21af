import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Money } from './money.js';
import { Rate, RateNotDecimal } from './rate.js';
import { DivisionByZero } from './rounding.js';

const anyRate = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => Rate.ratio(numerator, denominator));

describe('rates', () => {
  it('are the fraction they are written as', () => {
    expect(Rate.percent('18').equals(Rate.ratio(9n, 50n))).toBe(true);
    expect(Rate.percent('0.75').equals(Rate.parse('0.0075'))).toBe(true);
    expect(Rate.parse('-2.5').equals(Rate.ratio(5n, -2n))).toBe(true);
  });

  test.each(['18%', '1/3', '', '1e2', 'half'])('%j is not a rate', (text) => {
    expect(() => Rate.parse(text)).toThrow(RateNotDecimal);
  });

  it('never have zero below the line', () => {
    expect(() => Rate.ratio(1n, 0n)).toThrow(DivisionByZero);
    expect(() => Rate.zero.inverse()).toThrow(DivisionByZero);
  });

  it('in a chain round once, at the end', () => {
    const thirds = Rate.ratio(1n, 3n);
    expect(
      Money.parse('100', 'INR')
        .multiply(thirds.multiply(Rate.parse('3')))
        .toJSON(),
    ).toBe('100.00');
  });

  it('form a field: order and grouping do not matter, inverses cancel', () => {
    fc.assert(
      fc.property(anyRate, anyRate, anyRate, (a, b, c) => {
        expect(a.multiply(b).equals(b.multiply(a))).toBe(true);
        expect(a.add(b).equals(b.add(a))).toBe(true);
        expect(a.multiply(b.add(c)).equals(a.multiply(b).add(a.multiply(c)))).toBe(true);
        expect(a.add(Rate.zero).equals(a) && a.multiply(Rate.one).equals(a)).toBe(true);
        if (!a.equals(Rate.zero)) expect(a.multiply(a.inverse()).equals(Rate.one)).toBe(true);
      }),
    );
  });

  it('are ordered by value, wherever the sign was written', () => {
    expect(Rate.ratio(1n, -2n).compare(Rate.zero)).toBe(-1);
    expect(Rate.ratio(-1n, -2n).compare(Rate.zero)).toBe(1);
  });

  it('are ordered, and swapping two turns the answer around', () => {
    fc.assert(
      fc.property(anyRate, anyRate, (a, b) => {
        expect(a.compare(b) + b.compare(a)).toBe(0);
        expect(a.compare(a.add(Rate.one))).toBe(-1);
      }),
    );
  });

  it.each([
    [2n, 3n, '66.67'],
    [-1n, 15n, '-6.67'],
    [1n, 200_000n, '0.00'],
    [1n, 1n, '100.00'],
  ])('%d of %d is %s per cent', (part, whole, shown) => {
    expect(Rate.ratio(part, whole).toPercent()).toBe(shown);
  });
});
