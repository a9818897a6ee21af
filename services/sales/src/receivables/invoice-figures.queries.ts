import type { InvoiceFiguresDto, ReadInvoiceFigures } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { type Actor, Database, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { dueDay } from '../settlement/payment.js';
import { type Counted, figuresOf } from './invoice-figures.js';
import { ReportMoment } from './report-moment.service.js';

@Injectable()
export class InvoiceFiguresQueries {
  constructor(
    private readonly db: Database,
    private readonly moment: ReportMoment,
  ) {}

  async read(actor: Actor, asked: ReadInvoiceFigures): Promise<InvoiceFiguresDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const { today, startMonth, currency } = await this.moment.now(tx, actor);
        const { from, asOf: until } = spanOf({ from: asked.from, asOf: asked.until }, today, startMonth);
        const span = { from: from.toString(), until: until.toString() };
        const values = [actor.organizationId, actor.company, span.from, span.until];
        const [row] = await tx.query<FigureRow[]>(figures, [...values, today.toString()]);
        const byMonth = await tx.query<InvoiceFiguresDto['months']>(months, values);
        return { ...span, currency, ...figuresOf(countedIn(row, currency)), months: byMonth };
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}

interface FigureRow {
  readonly settled: string;
  readonly open: string;
  readonly late: string;
  readonly lost: string;
  readonly paidCount: number;
  readonly openCount: number;
  readonly lateCount: number;
  readonly lostCount: number;
}

function countedIn(row: Partial<FigureRow> | undefined, currency: string): Counted {
  const { settled, paidCount, open, openCount, late, lateCount, lost, lostCount } = row ?? {};
  const figure = (amount = '0', count = 0) => ({ amount: Money.parse(amount, currency), count });
  return {
    ...{ paid: figure(settled, paidCount), unpaid: figure(open, openCount) },
    ...{ overdue: figure(late, lateCount), writtenOff: figure(lost, lostCount) },
  };
}

const isLate = `settled < total and ${dueDay} < $5`;

const figures = `
  select coalesce(sum(settled - written_off), 0)::numeric(20, 2)::text as settled,
    coalesce(sum(written_off), 0)::numeric(20, 2)::text as lost,
    coalesce(sum(total - settled), 0)::numeric(20, 2)::text as open,
    coalesce(sum(total - settled) filter (where ${isLate}), 0)::numeric(20, 2)::text as late,
    count(*) filter (where settled = total and written_off = 0)::int as "paidCount",
    count(*) filter (where settled = total and written_off > 0)::int as "lostCount",
    count(*) filter (where settled < total)::int as "openCount", count(*) filter (where ${isLate})::int as "lateCount"
  from invoice
  where organization_id = $1 and company_id = $2 and state in ('issued', 'posted') and dated_on between $3 and $4`;

/** What was collected is what came in during the month, for whatever it was. */
const months = `
  with billed as (
    select to_char(dated_on, 'YYYY-MM') as month, sum(total) as amount from invoice
    where organization_id = $1 and company_id = $2 and state in ('issued', 'posted') and dated_on between $3 and $4
    group by 1),
  collected as (
    select to_char(dated_on, 'YYYY-MM') as month, sum(amount) as amount from credit
    where organization_id = $1 and company_id = $2 and document = 'receipt' and ended_on is null
      and dated_on between $3 and $4
    group by 1)
  select month, coalesce(billed.amount, 0)::numeric(20, 2)::text as billed,
    coalesce(collected.amount, 0)::numeric(20, 2)::text as collected
  from (
    select to_char(day, 'YYYY-MM') as month
    from generate_series(date_trunc('month', $3::date), $4::date, interval '1 month') as day) as all_months
  left join billed using (month) left join collected using (month)
  order by month`;
