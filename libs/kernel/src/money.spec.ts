import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { CurrencyUnknown } from './currency.js';
import { CurrenciesDiffer, Money, MoneyNotDecimal, MoneyOutOfRange } from './money.js';
import { Rate } from './rate.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');
const anyCurrency = fc.constantFrom('INR', 'JPY', 'KWD', 'CLF');
const anyMinor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const anyRupees = anyMinor.map((minor) => Money.of(minor, 'INR'));

describe('money as text', () => {
  test.each([
    ['1180.00', 'INR', 118_000n],
    ['1180', 'INR', 118_000n],
    ['-0.05', 'INR', -5n],
    ['1180', 'JPY', 1180n],
    ['1.180', 'KWD', 1180n],
  ])('"%s" %s is %s minor units', (text, currency, minor) => {
    expect(Money.parse(text, currency).minor).toBe(minor);
  });

  test.each([
    ['1180.005', 'INR'],
    ['1180.0', 'JPY'],
    ['1,180.00', 'INR'],
    ['₹1180', 'INR'],
    ['1e3', 'INR'],
    ['', 'INR'],
  ])('%j is not an amount of %s', (text, currency) => {
    expect(() => Money.parse(text, currency)).toThrow(MoneyNotDecimal);
  });

  it('needs a real currency', () => {
    expect(() => Money.parse('1', 'RS')).toThrow(CurrencyUnknown);
    expect(() => Money.of(1n, 'inr')).toThrow(CurrencyUnknown);
  });

  it('travels in JSON as its decimal text and reads back as the same amount', () => {
    expect(JSON.stringify({ total: rupees('1180') })).toBe('{"total":"1180.00"}');
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        const amount = Money.of(minor, currency);
        expect(Money.parse(amount.toJSON(), currency).equals(amount)).toBe(true);
      }),
    );
  });

  it('is shown to people with lakhs and crores, to the last paisa', () => {
    expect(rupees('1234567890123456.78').format()).toBe('₹1,23,45,67,89,01,23,456.78');
    expect(rupees('-1543531.5').format()).toBe('-₹15,43,531.50');
    expect(Money.parse('1543531', 'JPY').format('en-US')).toBe('¥1,543,531');
  });
});

describe('money arithmetic', () => {
  it('is exact where floating point is not', () => {
    expect(rupees('0.10').add(rupees('0.20')).toJSON()).toBe('0.30');
    expect(rupees('9999999999999999.99').subtract(rupees('0.01')).toJSON()).toBe('9999999999999999.98');
  });

  it('keeps currencies apart', () => {
    const yen = Money.parse('100', 'JPY');
    expect(() => rupees('100').add(yen)).toThrow(CurrenciesDiffer);
    expect(() => rupees('100').subtract(yen)).toThrow(CurrenciesDiffer);
    expect(() => rupees('100').compare(yen)).toThrow(CurrenciesDiffer);
    expect(Money.of(1n, 'INR').equals(Money.of(1n, 'JPY'))).toBe(false);
  });

  it('refuses an amount that no column can hold, however it came about', () => {
    const largest = rupees('9999999999999999.99');
    expect(() => largest.add(rupees('0.01'))).toThrow(MoneyOutOfRange);
    expect(() => largest.negate().subtract(rupees('0.01'))).toThrow(MoneyOutOfRange);
    expect(() => largest.multiply(Rate.parse('2'))).toThrow(MoneyOutOfRange);
    expect(() => rupees('10000000000000000.00')).toThrow(MoneyOutOfRange);
  });

  test.each([
    ['10.05', '18', '1.81'],
    ['10.00', '18', '1.80'],
    ['0.05', '10', '0.01'],
    ['-0.05', '10', '-0.01'],
    ['0.04', '10', '0.00'],
    ['15000.00', '8.33', '1249.50'],
  ])('%s at %s %% is %s', (amount, percent, expected) => {
    expect(rupees(amount).multiply(Rate.percent(percent)).toJSON()).toBe(expected);
  });

  test.each([
    ['10620.50', 'half-up', '10621.00'],
    ['10620.49', 'half-up', '10620.00'],
    ['-10620.50', 'half-up', '-10621.00'],
    ['138.01', 'up', '139.00'],
    ['138.00', 'up', '138.00'],
    ['138.99', 'down', '138.00'],
  ] as const)('%s to the rupee, %s, is %s', (amount, rounding, expected) => {
    expect(rupees(amount).roundTo(100n, rounding).toJSON()).toBe(expected);
  });

  it('obeys the laws of addition', () => {
    fc.assert(
      fc.property(anyRupees, anyRupees, anyRupees, (a, b, c) => {
        expect(a.add(b).equals(b.add(a))).toBe(true);
        expect(
          a
            .add(b)
            .add(c)
            .equals(a.add(b.add(c))),
        ).toBe(true);
        expect(a.add(b).subtract(b).equals(a)).toBe(true);
        expect(a.add(a.negate()).isZero).toBe(true);
        expect(a.negate().negate().equals(a)).toBe(true);
        expect(Money.sum([a, b, c], 'INR').equals(a.add(b).add(c))).toBe(true);
      }),
    );
  });

  it('taxes a reversal by exactly the tax it reverses', () => {
    fc.assert(
      fc.property(anyRupees, fc.bigInt({ min: 0n, max: 100_000n }), (amount, milliPercent) => {
        const rate = Rate.ratio(milliPercent, 100_000n);
        expect(amount.negate().multiply(rate).equals(amount.multiply(rate).negate())).toBe(true);
      }),
    );
  });

  it('orders amounts like their minor units', () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, (one, other) => {
        const order = Money.of(one, 'INR').compare(Money.of(other, 'INR'));
        expect(order).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });

  it('knows its sign', () => {
    const signs = (amount: Money): boolean[] => [amount.isNegative, amount.isZero, amount.isPositive];
    expect(signs(rupees('-1'))).toEqual([true, false, false]);
    expect(signs(rupees('0'))).toEqual([false, true, false]);
    expect(signs(rupees('1'))).toEqual([false, false, true]);
    expect(rupees('-1').abs().equals(rupees('1'))).toBe(true);
  });

  it('cannot be changed once made', () => {
    const amount = rupees('1') as { minor: bigint };
    expect(() => (amount.minor = 2n)).toThrow(TypeError);
  });
});
