import { type FinancialYear, type Money, type PlainDate, Rate } from '@dhanman/kernel';

interface Days {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
}

/**
 * What of a year's twelve months is planned for a span of days: months as they are, and of a month that the span cuts the
 * share of its days. Spans that follow one another share out the year to the paisa, because each is the difference of two
 * sums from its beginning.
 */
export function plannedWithin(months: readonly Money[], year: FinancialYear, { from, asOf }: Days): Money {
  return plannedUntil(months, year, asOf).subtract(plannedUntil(months, year, from.addDays(-1)));
}

function plannedUntil(months: readonly Money[], year: FinancialYear, day: PlainDate): Money {
  const parts = year.months().map(({ start, end }, index) => {
    const amount = months[index];
    if (!amount) throw new RangeError('A budget has twelve months.');
    const length = start.daysUntil(end) + 1;
    const gone = Math.min(length, Math.max(0, start.daysUntil(day) + 1));
    return amount.multiply(Rate.ratio(BigInt(gone), BigInt(length)));
  });
  return parts.reduce((sum, part) => sum.add(part));
}
