import type { ReadSalesRegister, ReportDto } from '@dhanman/contracts';
import { type Actor, Database, Keyset, spanOf, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { headed, ReportMoment } from '../receivables/report-moment.service.js';
import { figureNames, type RegisterLine, salesRegister } from './sales-register.js';
import { figuresOf, type FigureTexts, sumsOf } from './register-sums.queries.js';
import { taxDocuments, taxFigures } from './tax-documents.js';

/** By number within a day, as they were issued. */
const sorts: Sorts<'on'> = { on: { sql: `concat(dated_on, ' ', number)`, type: 'text' } };

const usualLimit = 200;

@Injectable()
export class TaxReportsQueries {
  constructor(
    private readonly db: Database,
    private readonly moment: ReportMoment,
  ) {}

  async register(
    actor: Actor,
    { gstin, limit = usualLimit, cursor, ...asking }: ReadSalesRegister,
  ): Promise<ReportDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const moment = await this.moment.now(tx, actor);
        const span = spanOf(asking, moment.today, moment.startMonth);
        const days = [span.from.toString(), span.asOf.toString()];
        const values = [actor.organizationId, actor.company, ...days, gstin ?? null];
        const keyset = new Keyset(sorts, 'on', { limit, cursor });
        const { items, nextCursor } = await pageOf(tx, keyset, values, moment.currency);
        const sums = nextCursor === null ? await sumsOf(tx, values, moment.currency) : undefined;
        return { ...headed(salesRegister(items, sums), moment, span, gstin ?? null), nextCursor };
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}

type LineRow = Omit<RegisterLine, 'figures'> & FigureTexts & { readonly sortedBy: string };

async function pageOf(tx: EntityManager, keyset: Keyset<'on'>, values: readonly unknown[], currency: string) {
  const places = [...values];
  const place = (value: unknown): string => `$${places.push(value)}`;
  const sql = `
    with ${taxDocuments},
    page as (select *, ${keyset.select} from tax_document where ${keyset.where(place)} ${keyset.orderAndLimit})
    select tax_document.id, tax_document.dated_on::text as "on", document, tax_document.number, customer_name as "customerName",
      buyer_gstin as gstin, totals ->> 'placeOfSupply' as "placeOfSupply", tax_document.state, "sortedBy", ${figureTexts}
    from page as tax_document ${taxFigures}
    order by "sortedBy", tax_document.id`;
  const rows = await tx.query<LineRow[]>(sql, places);
  return keyset.page(rows, ({ sortedBy: _, ...line }): RegisterLine => {
    return { ...line, figures: figuresOf(line, currency) };
  });
}

const figureTexts = figureNames
  .map((name) => `figure."${name}"::numeric(20, 2)::text as "${name}"`)
  .join(', ');
