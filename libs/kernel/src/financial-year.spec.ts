import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { FinancialYear, FinancialYearUnknown } from './financial-year.js';
import { DateNotReal, PlainDate } from './plain-date.js';

const date = (text: string): PlainDate => PlainDate.parse(text);
const anyStartMonth = fc.integer({ min: 1, max: 12 });
const anyDate = fc.integer({ min: 0, max: 100_000 }).map((days) => date('1900-01-01').addDays(days));

describe('the financial year', () => {
  test.each([
    ['2026-03-31', 4, '2025-26', '2526', '2025-04-01', '2026-03-31'],
    ['2026-04-01', 4, '2026-27', '2627', '2026-04-01', '2027-03-31'],
    ['2026-06-30', 7, '2025-26', '2526', '2025-07-01', '2026-06-30'],
    ['2024-02-29', 3, '2023-24', '2324', '2023-03-01', '2024-02-29'],
    ['2026-12-31', 1, '2026', '26', '2026-01-01', '2026-12-31'],
    ['1999-12-31', 4, '1999-00', '9900', '1999-04-01', '2000-03-31'],
  ])('of %s that begins in month %i is %s', (...row) => {
    const [on, startMonth, label, code, start, end] = row;
    const year = FinancialYear.containing(date(on), startMonth);
    expect([year.label, year.code, year.start.toString(), year.end.toString()]).toEqual([
      label,
      code,
      start,
      end,
    ]);
    expect(FinancialYear.parse(label, startMonth).equals(year)).toBe(true);
  });

  test.each(['2026-28', '2026-26', '26-27', '2026', '2026-2027', '', '9999-00', '0000-01'])(
    '%j names no year that begins in April',
    (label) => {
      expect(() => FinancialYear.parse(label)).toThrow(FinancialYearUnknown);
    },
  );

  it('has no month but one to twelve to begin with', () => {
    expect(() => FinancialYear.starting(2026, 13)).toThrow(DateNotReal);
    expect(() => FinancialYear.starting(2026, 0)).toThrow(DateNotReal);
  });

  it('has four quarters and twelve months, from end to end without a gap', () => {
    fc.assert(
      fc.property(anyDate, anyStartMonth, (on, startMonth) => {
        const year = FinancialYear.containing(on, startMonth);
        for (const [parts, count] of [[year.quarters(), 4] as const, [year.months(), 12] as const]) {
          expect(parts).toHaveLength(count);
          expect(parts[0]?.start.equals(year.start)).toBe(true);
          expect(parts[count - 1]?.end.equals(year.end)).toBe(true);
          parts.slice(1).forEach((part, index) => {
            expect(parts[index]?.end.addDays(1).equals(part.start)).toBe(true);
          });
        }
      }),
    );
  });

  it('contains a day exactly when neither neighbour does', () => {
    fc.assert(
      fc.property(anyDate, anyStartMonth, (on, startMonth) => {
        const year = FinancialYear.containing(on, startMonth);
        expect([year.previous(), year, year.next()].map((one) => one.contains(on))).toEqual([
          false,
          true,
          false,
        ]);
        expect(year.next().start.equals(year.end.addDays(1))).toBe(true);
        expect(year.next().previous().equals(year)).toBe(true);
      }),
    );
  });
});
