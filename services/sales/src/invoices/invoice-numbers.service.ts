import { Clock, DomainError, FinancialYear, PlainDate } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SaleCompanyUnknown } from '../tax/sale.js';
import { InvoiceDateTooEarly } from './invoice.js';

/** GST allows sixteen characters. */
const longest = 16;

export class NumberTooLong extends DomainError {
  constructor(number: string) {
    const message = `The number ${number} has more than 16 characters: shorten the prefix of the company's series.`;
    super('conflict', 'number-too-long', message);
  }
}

interface Numbering {
  readonly startMonth: number;
  readonly timeZone: string;
  readonly series: { readonly prefix: string; readonly digits: number } | null;
}

const usualSeries = { prefix: 'SI', digits: 4 };

@Injectable()
export class InvoiceNumbers {
  constructor(private readonly clock: Clock) {}

  async today(tx: EntityManager, actor: Actor): Promise<PlainDate> {
    return PlainDate.today(this.clock, (await numberingOf(tx, actor)).timeZone);
  }

  /** Gapless per company and financial year: the row is locked until the number is used or the transaction undone. */
  async next(tx: EntityManager, actor: Actor, on: PlainDate): Promise<string> {
    const { startMonth, series } = await numberingOf(tx, actor);
    const { prefix, digits } = series ?? usualSeries;
    const year = FinancialYear.containing(on, startMonth).code;
    const [row] = await tx.query<{ last: number }[]>(
      `insert into invoice_series as series (organization_id, company_id, financial_year, last, last_on)
       values ($1, $2, $3, 1, $4)
       on conflict (organization_id, company_id, financial_year) do update
         set last = series.last + 1, last_on = excluded.last_on where series.last_on <= excluded.last_on
       returning last`,
      [actor.organizationId, actor.company, year, on.toString()],
    );
    if (!row) throw new InvoiceDateTooEarly();
    const number = `${prefix}/${year}/${String(row.last).padStart(digits, '0')}`;
    if (number.length > longest) throw new NumberTooLong(number);
    return number;
  }
}

async function numberingOf(tx: EntityManager, actor: Actor): Promise<Numbering> {
  const [numbering] = await tx.query<Numbering[]>(
    `select financial_year_start_month as "startMonth", time_zone as "timeZone",
       number_series -> 'sales-invoice' as series
     from company where organization_id = $1 and id = $2`,
    [actor.organizationId, actor.company],
  );
  if (!numbering) throw new SaleCompanyUnknown();
  return numbering;
}
