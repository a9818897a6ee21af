import { PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { comparedSpan, spanOf, SpanBackwards, type ReportSpan } from './report-span.js';

const today = PlainDate.parse('2026-11-24');
const shown = ({ from, asOf }: ReportSpan): string => `${from.toString()} to ${asOf.toString()}`;

describe('the days of a report', () => {
  test.each([
    [{}, 4, '2026-04-01 to 2026-11-24'],
    [{ asOf: '2026-03-31' }, 4, '2025-04-01 to 2026-03-31'],
    [{ asOf: '2026-03-31' }, 1, '2026-01-01 to 2026-03-31'],
    [{ from: '2026-03-01', asOf: '2026-03-31' }, 4, '2026-03-01 to 2026-03-31'],
    [{ from: '2026-11-24' }, 4, '2026-11-24 to 2026-11-24'],
  ])('of %j in a year that begins in month %i are %s', (asked, startMonth, days) => {
    expect(shown(spanOf(asked, today, startMonth))).toBe(days);
  });

  test('do not end before they begin', () => {
    expect(() => spanOf({ from: '2026-11-25' }, today, 4)).toThrow(SpanBackwards);
  });

  test.each([
    [{}, '2025-11-24', '2025-04-01 to 2025-11-24'],
    [{ asOf: '2026-03-31' }, '2025-03-31', '2024-04-01 to 2025-03-31'],
    [{ from: '2026-03-01', asOf: '2026-03-31' }, '2025-03-31', '2025-03-01 to 2025-03-31'],
  ])('%j are compared until %s with %s', (asked, compareAsOf, days) => {
    expect(shown(comparedSpan(spanOf(asked, today, 4), compareAsOf, 4))).toBe(days);
  });
});
