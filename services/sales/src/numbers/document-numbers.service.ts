import { Clock, DomainError, FinancialYear, PlainDate } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SaleCompanyUnknown } from '../tax/sale.js';

/** GST allows sixteen characters. */
const longest = 16;

export class NumberTooLong extends DomainError {
  constructor(number: string) {
    const message = `The number ${number} has more than 16 characters: shorten the prefix of the company's series.`;
    super('conflict', 'number-too-long', message);
  }
}

/** How a kind of document is numbered. */
export interface Series {
  /** Its name among the number series of a company. */
  readonly document: string;
  /** For companies that have not chosen their own. */
  readonly prefix: string;
  /** For documents that the law wants in the order of their dates: what is thrown for one that is too early. */
  readonly tooEarly?: () => DomainError;
}

const usualDigits = 4;

interface Numbering {
  readonly startMonth: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly series: { readonly prefix: string; readonly digits: number } | null;
}

@Injectable()
export class DocumentNumbers {
  constructor(private readonly clock: Clock) {}

  async today(tx: EntityManager, actor: Actor): Promise<PlainDate> {
    return PlainDate.today(this.clock, (await numberingOf(tx, actor)).timeZone);
  }

  async currency(tx: EntityManager, actor: Actor): Promise<string> {
    return (await numberingOf(tx, actor)).currency;
  }

  /** The financial year of a day, as numbers have it: 2627. */
  async yearOf(tx: EntityManager, actor: Actor, on: PlainDate): Promise<string> {
    return FinancialYear.containing(on, (await numberingOf(tx, actor)).startMonth).code;
  }

  /** A number stays in its financial year, whatever else of its document is corrected. */
  async isOneYear(tx: EntityManager, actor: Actor, days: readonly [PlainDate, PlainDate]): Promise<boolean> {
    const { startMonth } = await numberingOf(tx, actor);
    const [one, other] = days.map((day) => FinancialYear.containing(day, startMonth).code);
    return one === other;
  }

  /** Gapless per company, kind and year: the row is locked until the number is used or the transaction undone. */
  async next(tx: EntityManager, actor: Actor, on: PlainDate, series: Series): Promise<string> {
    const { startMonth, series: chosen } = await numberingOf(tx, actor, series.document);
    const { prefix, digits } = chosen ?? { prefix: series.prefix, digits: usualDigits };
    const year = FinancialYear.containing(on, startMonth).code;
    const [row] = await tx.query<{ last: number }[]>(
      `insert into document_series as series (organization_id, company_id, document, financial_year, last, last_on)
       values ($1, $2, $3, $4, 1, $5)
       on conflict (organization_id, company_id, document, financial_year) do update
         set last = series.last + 1, last_on = greatest(series.last_on, excluded.last_on)
         where $6 or series.last_on <= excluded.last_on
       returning last`,
      [actor.organizationId, actor.company, series.document, year, on.toString(), !series.tooEarly],
    );
    if (!row) throw series.tooEarly?.() ?? new Error('A series without an order of dates refused a date.');
    const number = `${prefix}/${year}/${String(row.last).padStart(digits, '0')}`;
    if (number.length > longest) throw new NumberTooLong(number);
    return number;
  }
}

async function numberingOf(tx: EntityManager, actor: Actor, document = ''): Promise<Numbering> {
  const [numbering] = await tx.query<Numbering[]>(
    `select financial_year_start_month as "startMonth", time_zone as "timeZone", currency,
       number_series -> $3::text as series
     from company where organization_id = $1 and id = $2`,
    [actor.organizationId, actor.company, document],
  );
  if (!numbering) throw new SaleCompanyUnknown();
  return numbering;
}
