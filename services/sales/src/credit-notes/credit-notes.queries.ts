import type { CreditableDto, CreditNoteDto, CreditNotePage, ListCreditNotes } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { InvoiceId } from '../invoices/invoice.js';
import { type CreditStory, CreditStories } from '../settlement/credit-stories.service.js';
import { CustomerDocuments, type DocumentKind } from '../settlement/customer-documents.service.js';
import type { Credited, CreditNoteId } from './credit-note.js';
import { creditableDto, lastTaxDay } from './creditable.js';
import { lateWarnings } from './late-warnings.js';
import { InvoiceLeft } from './invoice-left.queries.js';

const kind: DocumentKind = {
  ...{ document: 'credit-note', purpose: 'issue', table: 'credit_note', isDrafted: true },
  known: `
    invoice.number as invoice_number, invoice.dated_on as invoice_on, coalesce(credit.used, 0) as used,
    case when credit.ended_on is null then coalesce(credit.amount - credit.used, 0) else 0 end as left_over`,
  joins: `
    join invoice on invoice.organization_id = document.organization_id and invoice.id = document.invoice_id
    left join credit on credit.organization_id = document.organization_id and credit.id = document.id`,
  listed: `
    invoice_id as "invoiceId", invoice_number as "invoiceNumber", reason, total::text,
    used::numeric(18, 2)::text as allocated, left_over::numeric(18, 2)::text as advance`,
  whole: `
    invoice_on::text as "invoiceOn", notes, credited, written_by as "writtenBy", approvals,
    approvals_needed as "approvalsNeeded", returned, undone_on::text as "undoneOn", undone_reason as "undoneReason"`,
  texts: 'number, invoice_number',
};

type Row = Omit<CreditNoteDto, 'lines' | 'totals' | 'lastTaxDay' | 'warnings' | keyof CreditStory> & {
  readonly credited: Credited;
};

@Injectable()
export class CreditNotesQueries {
  constructor(
    private readonly db: Database,
    private readonly documents: CustomerDocuments,
    private readonly stories: CreditStories,
    private readonly left: InvoiceLeft,
  ) {}

  async get(actor: Actor, id: CreditNoteId): Promise<CreditNoteDto> {
    return this.db.read(actor, async (tx) => {
      const { credited, ...note } = await this.documents.one<Row>(tx, actor, kind, id);
      const { invoiceOn, on } = note;
      return {
        ...{ ...note, lines: [...credited.lines], totals: credited.totals },
        ...{ lastTaxDay: lastTaxDay(invoiceOn), warnings: lateWarnings(invoiceOn, on) },
        ...(await this.stories.of(tx, actor.organizationId, id)),
      };
    });
  }

  async list(actor: Actor, { invoiceId, unused, ...query }: ListCreditNotes): Promise<CreditNotePage> {
    return this.documents.list(actor, kind, query, (place) => [
      invoiceId !== undefined && `invoice_id = ${place(invoiceId)}`,
      unused !== undefined && 'left_over > 0',
    ]);
  }

  async creditable(actor: Actor, invoiceId: InvoiceId): Promise<CreditableDto> {
    return this.db.read(actor, async (tx) => {
      const { invoice, left } = await this.left.read(tx, actor, invoiceId);
      return creditableDto(invoice, left);
    });
  }
}
