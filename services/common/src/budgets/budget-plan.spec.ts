import { FinancialYear, Money, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedBy, filled, spread } from './budget-plan.js';
import { plannedWithin } from './budget-share.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');
const sum = (parts: readonly Money[]): string => Money.sum(parts, 'INR').toJSON();
const anAmount = fc
  .bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n })
  .map((minor) => Money.of(minor, 'INR'));
const aYear = fc.array(anAmount, { minLength: 12, maxLength: 12 });

describe('a plan from last year', () => {
  test.each([
    ['120000.00', '5.0', '126000.00'],
    ['80000.00', '-3.0', '77600.00'],
    ['40000.00', '0.0', '40000.00'],
    ['0.10', '5', '0.11'],
  ])('%s and %s per cent are %s', (last, percent, planned) => {
    expect(changedBy(percent, rupees(last)).toJSON()).toBe(planned);
  });

  test('takes the accounts it is asked for and leaves the others', () => {
    const [power, water] = [newId(), newId()];
    const last = new Map([
      [power, Array<Money>(12).fill(rupees('10000.00'))],
      [water, spread(rupees('80000.00'))],
    ]);
    const before = [{ accountId: water, months: Array<string>(12).fill('1.00') }] as never;
    const lines = filled(before, last, { percent: '5.0', accountIds: [power] });
    expect(lines.map(({ accountId, months }) => [accountId, months[0], months[11]])).toEqual([
      [water, '1.00', '1.00'],
      [power, '10500.00', '10500.00'],
    ]);
  });
});

describe('a year spread over its months', () => {
  test('evenly leaves no paisa over', () => {
    const parts = spread(rupees('100.00')).map((part) => part.toJSON());
    expect(parts).toEqual([...Array<string>(4).fill('8.34'), ...Array<string>(8).fill('8.33')]);
  });

  test('as last year follows its months', () => {
    const shape = [rupees('300.00'), rupees('100.00'), ...Array<Money>(10).fill(rupees('0.00'))];
    const [april, may, june] = spread(rupees('210.00'), shape);
    expect([april?.toJSON(), may?.toJSON(), june?.toJSON()]).toEqual(['157.50', '52.50', '0.00']);
  });

  test('is always the year again, whatever its shape and sign', () => {
    fc.assert(
      fc.property(anAmount, aYear, (total, shape) => {
        expect(sum(spread(total, shape))).toBe(total.toJSON());
        expect(spread(total, shape)).toHaveLength(12);
      }),
    );
  });
});

describe('what is planned for a span of days', () => {
  const year = FinancialYear.parse('2026-27');
  const months = Array.from({ length: 12 }, (_, index) => rupees(`${String(index + 1)}00.00`));
  const within = (from: string, asOf: string): string =>
    plannedWithin(months, year, { from: PlainDate.parse(from), asOf: PlainDate.parse(asOf) }).toJSON();

  test.each([
    ['2026-04-01', '2027-03-31', '7800.00'],
    ['2026-04-01', '2026-04-30', '100.00'],
    ['2026-04-01', '2026-05-31', '300.00'],
    ['2026-04-01', '2026-04-15', '50.00'],
    ['2026-05-31', '2026-05-31', '6.45'],
    ['2025-04-01', '2026-03-31', '0.00'],
    ['2026-01-01', '2027-12-31', '7800.00'],
  ])('from %s to %s is %s', (from, asOf, planned) => {
    expect(within(from, asOf)).toBe(planned);
  });

  test('that is cut anywhere adds up to the year', () => {
    const first = PlainDate.parse('2026-04-01');
    fc.assert(
      fc.property(aYear, fc.integer({ min: 0, max: 363 }), (amounts, cut) => {
        const part = (from: PlainDate, asOf: PlainDate) => plannedWithin(amounts, year, { from, asOf });
        const both = [part(first, first.addDays(cut)), part(first.addDays(cut + 1), year.end)];
        expect(sum(both)).toBe(sum(amounts));
      }),
    );
  });
});
