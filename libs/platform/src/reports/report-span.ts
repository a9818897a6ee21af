import { DomainError, FinancialYear, PlainDate } from '@dhanman/kernel';

export class SpanBackwards extends DomainError {
  constructor({ from, asOf }: ReportSpan) {
    const what = `The report would begin on ${from.toString()} and end before that, on ${asOf.toString()}.`;
    super('invalid', 'report-span-backwards', what, { field: 'from' });
  }
}

/** The days a report is about, both ends included. */
export interface ReportSpan {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
}

interface Asked {
  readonly from?: string | undefined;
  readonly asOf?: string | undefined;
}

/** What was asked for; else the financial year until today. */
export function spanOf(asked: Asked, today: PlainDate, startMonth: number): ReportSpan {
  const asOf = asked.asOf === undefined ? today : PlainDate.parse(asked.asOf);
  const from =
    asked.from === undefined ? FinancialYear.containing(asOf, startMonth).start : PlainDate.parse(asked.from);
  if (asOf.isBefore(from)) throw new SpanBackwards({ from, asOf });
  return { from, asOf };
}

/** The same stretch of an earlier time: a year until its day is compared with a year until its day. */
export function comparedSpan(span: ReportSpan, compareAsOf: string, startMonth: number): ReportSpan {
  const asOf = PlainDate.parse(compareAsOf);
  const isOfYear = FinancialYear.containing(span.asOf, startMonth).start.equals(span.from);
  const days = span.from.daysUntil(span.asOf);
  const from = isOfYear ? FinancialYear.containing(asOf, startMonth).start : asOf.addDays(-days);
  return { from, asOf };
}
