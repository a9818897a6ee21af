import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Money } from './money.js';
import { Quantity, QuantityNotDecimal, QuantityOutOfRange, UnitMissing, UnitsDiffer } from './quantity.js';
import { Rate } from './rate.js';

const kilos = (text: string): Quantity => Quantity.parse(text, 'KGS');
const anyKilos = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((units) => Quantity.of(units, 'KGS'));

describe('quantities', () => {
  test.each([
    ['12', '12'],
    ['1.500000', '1.5'],
    ['0.000001', '0.000001'],
    ['-100.0', '-100'],
    ['0.000000', '0'],
  ])('"%s" is written "%s"', (text, written) => {
    expect(kilos(text).toJSON()).toBe(written);
  });

  test.each(['0.0000001', '1,5', '1/2', '', 'a dozen'])('%j is not a quantity', (text) => {
    expect(() => kilos(text)).toThrow(QuantityNotDecimal);
  });

  it('need a unit and fit their column', () => {
    expect(() => Quantity.parse('1', ' ')).toThrow(UnitMissing);
    expect(() => kilos('100000000000000')).toThrow(QuantityOutOfRange);
    expect(kilos('99999999999999.999999').toJSON()).toBe('99999999999999.999999');
  });

  it('in different units never meet without a rate', () => {
    const boxes = Quantity.parse('2', 'BOX');
    expect(() => kilos('1').add(boxes)).toThrow(UnitsDiffer);
    expect(() => kilos('1').subtract(boxes)).toThrow(UnitsDiffer);
    expect(() => kilos('1').compare(boxes)).toThrow(UnitsDiffer);
    expect(kilos('2').equals(boxes)).toBe(false);
    expect(boxes.convert(Rate.parse('12'), 'NOS').toString()).toBe('24 NOS');
  });

  it('price a line: 2.5 kg at ₹33.33 is ₹83.33', () => {
    const unitPrice = Money.parse('33.33', 'INR');
    expect(unitPrice.multiply(kilos('2.5').toRate()).toJSON()).toBe('83.33');
  });

  it('obey the laws of addition and read back as they were written', () => {
    fc.assert(
      fc.property(anyKilos, anyKilos, (a, b) => {
        expect(a.add(b).equals(b.add(a))).toBe(true);
        expect(a.add(b).subtract(b).equals(a)).toBe(true);
        expect(a.add(a.negate()).isZero).toBe(true);
        expect(a.compare(b) + b.compare(a)).toBe(0);
        expect(a.isNegative).toBe(a.compare(Quantity.zero('KGS')) < 0);
        expect(Quantity.parse(a.toJSON(), a.unit).equals(a)).toBe(true);
      }),
    );
  });

  it('scaled by a third three times come back within the rounding', () => {
    expect(kilos('1').multiply(Rate.ratio(1n, 3n)).toJSON()).toBe('0.333333');
    expect(kilos('2').multiply(Rate.ratio(1n, 3n)).toJSON()).toBe('0.666667');
  });
});
