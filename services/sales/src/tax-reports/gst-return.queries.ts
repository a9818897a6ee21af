import type { ReadGstSection, ReadGstSummary, ReportDto, TaxedLineDto } from '@dhanman/contracts';
import { digitsNeeded, DomainError, Money, PlainDate } from '@dhanman/kernel';
import { type Actor, Database, type ReportSpan } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { headed, type Moment, ReportMoment } from '../receivables/report-moment.service.js';
import type { Statement } from '../receivables/report-row.js';
import type { SaleContent } from '../tax/sale.js';
import { gstHsn } from './gst-hsn.js';
import type { DocumentLine, GstReturn, TaxDocument } from './gst-parts.js';
import { gstDocuments } from './gst-series.js';
import { gstSection, gstSummary } from './gst-summary.js';
import { gstToMend } from './gst-to-mend.js';
import { sumsOf } from './register-sums.queries.js';
import { taxDocuments } from './tax-documents.js';

/** More than is added up while somebody waits. */
const mostDocuments = 20_000;

export class GstReturnTooLong extends DomainError {
  constructor() {
    const message = `More than ${String(mostDocuments)} documents: ask for a month, or for one GSTIN.`;
    super('invalid', 'gst-return-too-long', message, { field: 'span' });
  }
}

interface Told extends GstReturn {
  readonly tx: EntityManager;
  readonly values: readonly unknown[];
}

@Injectable()
export class GstReturnQueries {
  constructor(
    private readonly db: Database,
    private readonly moment: ReportMoment,
  ) {}

  async summary(actor: Actor, asked: ReadGstSummary): Promise<ReportDto> {
    return this.read(actor, asked, async (told) =>
      gstSummary(told, await sumsOf(told.tx, told.values, told.currency)),
    );
  }

  async section(actor: Actor, { section = 'b2b', ...asked }: ReadGstSection): Promise<ReportDto> {
    return this.read(actor, asked, (told) => gstSection(told, section));
  }

  async hsn(actor: Actor, asked: ReadGstSummary): Promise<ReportDto> {
    return this.read(actor, asked, gstHsn);
  }

  async series(actor: Actor, asked: ReadGstSummary): Promise<ReportDto> {
    return this.read(actor, asked, gstDocuments);
  }

  async toMend(actor: Actor, asked: ReadGstSummary): Promise<ReportDto> {
    return this.read(actor, asked, gstToMend);
  }

  private async read(
    actor: Actor,
    asked: ReadGstSummary,
    statementOf: (told: Told) => Statement | Promise<Statement>,
  ): Promise<ReportDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const moment = await this.moment.now(tx, actor);
        const span = monthsOf(asked, moment.today);
        const days = [span.from.toString(), span.asOf.toString()];
        const values = [actor.organizationId, actor.company, ...days, asked.gstin ?? null];
        const documents = await documentsOf(tx, values);
        const told = { tx, values, documents, ...(await this.lawOf(tx, actor, moment, span)) };
        return headed(await statementOf(told), moment, span, asked.gstin ?? null);
      },
      { isOneMoment: true, at: 'replica' },
    );
  }

  /** By the turnover that the company has stated. */
  private async lawOf(tx: EntityManager, actor: Actor, { currency }: Moment, { asOf: on }: ReportSpan) {
    const [setting] = await tx.query<{ turnover: string }[]>(
      'select turnover::text from tax_setting where organization_id = $1 and id = $2',
      [actor.organizationId, actor.company],
    );
    const turnover = Money.parse(setting?.turnover ?? '0', currency);
    const digits = digitsNeeded({ on, turnover, isRecipientRegistered: true });
    return { currency, digits, digitsToOthers: digitsNeeded({ on, turnover, isRecipientRegistered: false }) };
  }
}

/** A whole month, or the quarter of a calendar in which it lies, as returns go. */
function monthsOf({ month, span }: ReadGstSummary, today: PlainDate): ReportSpan {
  const [year, number] = (month ?? today.toString().slice(0, 7)).split('-').map(Number) as [number, number];
  const first = span === 'quarter' ? number - ((number - 1) % 3) : number;
  const last = span === 'quarter' ? first + 2 : number;
  const dayOf = (of: number): PlainDate =>
    PlainDate.parse(
      `${String(of > 12 ? year + 1 : year)}-${String(((of - 1) % 12) + 1).padStart(2, '0')}-01`,
    );
  return { from: dayOf(first), asOf: dayOf(last + 1).addDays(-1) };
}

type Row = Omit<TaxDocument, 'lines'> & {
  readonly content: SaleContent;
  readonly taxed: readonly TaxedLineDto[];
  readonly credited: readonly (Omit<TaxedLineDto, 'gross'> & { line: number; quantity: string })[] | null;
};

async function documentsOf(tx: EntityManager, values: readonly unknown[]): Promise<readonly TaxDocument[]> {
  const rows = await tx.query<Row[]>(documentsSql, [...values, mostDocuments + 1]);
  if (rows.length > mostDocuments) throw new GstReturnTooLong();
  return rows.map(({ content, taxed, credited, ...document }): TaxDocument => {
    const told = credited ?? taxed.map((line, index) => ({ ...line, line: index, quantity: undefined }));
    const lines = told.flatMap(({ line: at, quantity, net, taxable, taxes }): DocumentLine[] => {
      const sold = content.lines[at];
      if (!sold) return [];
      const { classification = '', treatment = 'taxable', ratePercent, unit } = sold;
      const said = { classification, treatment, ratePercent, unit, quantity: quantity ?? sold.quantity };
      return [{ ...said, net, taxable, taxes }];
    });
    return { ...document, lines };
  });
}

const documentsSql = `
  with ${taxDocuments}
  select tax_document.id, document, tax_document.number, tax_document.dated_on::text as "on", tax_document.state, sign,
    customer_name as "customerName", coalesce(is_void, false) as "isVoid", seller_gstin as "sellerGstin",
    buyer_gstin as "buyerGstin", tax_document.content, taxed -> 'lines' as taxed, note.credited -> 'lines' as credited,
    coalesce(note.credited, taxed) -> 'totals' as totals,
    buyer_gstin is null and buyer_state is null and taxed -> 'totals' ->> 'nature' <> 'export'
      and tax_document.content ->> 'deliveredTo' is null and tax_document.content ->> 'propertyIn' is null as "isPlaceless",
    case when document <> 'invoice' then
      jsonb_build_object('on', invoice_on, 'total', taxed -> 'totals' ->> 'total') end as corrects
  from tax_document
    left join credit_note note on document <> 'invoice' and note.organization_id = $1 and note.id = tax_document.id
  order by tax_document.dated_on, tax_document.number limit $6`;
