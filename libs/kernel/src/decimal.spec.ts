import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal, parseDecimal, readDecimal } from './decimal.js';

describe('decimal text', () => {
  const texts: [string, number, bigint][] = [
    ['0', 2, 0n],
    ['-0.00', 2, 0n],
    ['1180', 2, 118_000n],
    ['1180.5', 2, 118_050n],
    ['1180.05', 2, 118_005n],
    ['-0.01', 2, -1n],
    ['7', 0, 7n],
    ['0.000001', 6, 1n],
  ];
  test.each(texts)('"%s" at scale %i is %s units', (text, scale, units) => {
    expect(parseDecimal(text, scale)).toBe(units);
  });

  const refused = [
    '',
    ' ',
    '1,180',
    '1e3',
    '+5',
    '007',
    '.5',
    '5.',
    ' 5',
    '5\n',
    '--5',
    '0x1f',
    '१',
    'NaN',
    '₹5',
  ];
  test.each(refused)('%j is no decimal', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('has no more decimals than its scale', () => {
    expect(parseDecimal('0.001', 2)).toBeUndefined();
    expect(parseDecimal('0.000', 2)).toBeUndefined();
  });

  it('is refused unread when it is longer than any amount', () => {
    expect(readDecimal('9'.repeat(40))).toBeDefined();
    expect(readDecimal('9'.repeat(41))).toBeUndefined();
  });

  it('reads back as the units it was written from', () => {
    const anyUnits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: 0, max: 6 }), (units, scale) => {
        expect(parseDecimal(formatDecimal(units, scale), scale)).toBe(units);
      }),
    );
  });
});
