import type {
  CreditableDto,
  CreditNoteDto,
  CreditNotePage,
  CreditNoteSummaryDto,
  ListCreditNotes,
} from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { InvoiceId } from '../invoices/invoice.js';
import { CreditStories } from '../settlement/credit-stories.service.js';
import { datedWithin } from '../settlement/dated-within.js';
import { rejectionOf } from '../settlement/rejection.js';
import type { Credited, CreditNoteId } from './credit-note.js';
import { creditableDto, lastTaxDay } from './creditable.js';
import { lateWarnings } from './late-warnings.js';
import { InvoiceLeft } from './invoice-left.queries.js';

const sorts: Sorts<'on' | 'number' | 'total'> = {
  on: { sql: 'dated_on', type: 'date' },
  number: { sql: `coalesce(number, '')`, type: 'text' },
  total: { sql: 'total', type: 'numeric' },
};

type Row = Omit<CreditNoteSummaryDto, 'createdAt' | 'rejection'> & {
  readonly createdAt: Date;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
  readonly sortedBy: string;
};

type Kept =
  | 'invoiceOn'
  | 'notes'
  | 'writtenBy'
  | 'approvals'
  | 'approvalsNeeded'
  | 'returned'
  | 'undoneOn'
  | 'undoneReason';

type WholeRow = Row & Pick<CreditNoteDto, Kept> & { readonly credited: Credited };

/** Where an issued note stands follows from its posting. */
const found = `
  found as (
    select note.*, customer.name as customer_name, invoice.number as invoice_number, invoice.dated_on as invoice_on,
      coalesce(credit.used, 0) as used,
      case when ended_on is null then coalesce(credit.amount - credit.used, 0) else 0 end as left_over,
      posting.rejection_code, posting.rejection_reason,
      case posting.state when 'asked' then 'issued' when 'reversing' then 'undoing' else coalesce(posting.state, note.state)
        end as stands
    from credit_note note
    join customer on customer.organization_id = note.organization_id and customer.id = note.customer_id
    join invoice on invoice.organization_id = note.organization_id and invoice.id = note.invoice_id
    left join credit on credit.organization_id = note.organization_id and credit.id = note.id
    left join posting on posting.organization_id = note.organization_id and posting.document = 'credit-note'
      and posting.document_id = note.id and purpose = 'issue'
    where note.organization_id = $1 and note.company_id = $2)`;

const columns = `
  id, company_id as "companyId", customer_id as "customerId", customer_name as "customerName", invoice_id as "invoiceId",
  invoice_number as "invoiceNumber", number, dated_on::text as "on", reason, currency, total::text, used::numeric(18, 2)::text as allocated,
  left_over::numeric(18, 2)::text as advance, stands as state, rejection_code as "rejectionCode",
  rejection_reason as "rejectionReason", version, created_at as "createdAt"`;

const one = `
  with ${found}
  select ${columns}, invoice_on::text as "invoiceOn", notes, credited, written_by as "writtenBy", approvals,
    approvals_needed as "approvalsNeeded", returned, undone_on::text as "undoneOn", undone_reason as "undoneReason"
  from found where id = $3`;

@Injectable()
export class CreditNotesQueries {
  constructor(
    private readonly db: Database,
    private readonly stories: CreditStories,
    private readonly left: InvoiceLeft,
  ) {}

  async get(actor: Actor, id: CreditNoteId): Promise<CreditNoteDto> {
    return this.db.read(actor, async (tx) => {
      const [note] = await tx.query<WholeRow[]>(one, [actor.organizationId, actor.company, id]);
      if (!note) throw new NotFound('credit-note');
      return { ...wholeOf(note), ...(await this.stories.of(tx, actor.organizationId, id)) };
    });
  }

  async list(actor: Actor, query: ListCreditNotes): Promise<CreditNotePage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [actor.organizationId, actor.company];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      with ${found}
      select ${columns}, ${keyset.select} from found
      where ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), summaryOf));
  }

  async creditable(actor: Actor, invoiceId: InvoiceId): Promise<CreditableDto> {
    return this.db.read(actor, async (tx) => {
      const { invoice, left } = await this.left.read(tx, actor, invoiceId);
      return creditableDto(invoice, left);
    });
  }
}

function filters(
  { customerId, invoiceId, state, unused, q, ...days }: ListCreditNotes,
  place: (value: unknown) => string,
): string {
  const parts = [
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    invoiceId !== undefined && `invoice_id = ${place(invoiceId)}`,
    state !== undefined && `stands = ${place(state)}`,
    unused !== undefined && 'left_over > 0',
    datedWithin(days, place),
    q !== undefined && `position(lower(${place(q)}) in lower(concat_ws(' ', number, invoice_number))) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ');
}

function summaryOf(note: Row): CreditNoteSummaryDto {
  const { id, companyId, customerId, customerName, invoiceId, invoiceNumber, number, on, reason } = note;
  const { currency, total, allocated, advance, state, version, createdAt } = note;
  return {
    ...{ id, companyId, customerId, customerName, invoiceId, invoiceNumber, number, on, reason },
    ...{ currency, total, allocated, advance, state, rejection: rejectionOf(note), version },
    createdAt: createdAt.toISOString(),
  };
}

function wholeOf(note: WholeRow): Omit<CreditNoteDto, 'allocations' | 'postings'> {
  const { invoiceOn, notes, credited, undoneOn, undoneReason, on } = note;
  const { writtenBy, approvals, approvalsNeeded, returned } = note;
  const { lines, totals } = credited;
  return {
    ...summaryOf(note),
    ...{ invoiceOn, notes, lines: [...lines], totals, undoneOn, undoneReason },
    ...{ writtenBy, approvals, approvalsNeeded, returned },
    ...{ lastTaxDay: lastTaxDay(invoiceOn), warnings: lateWarnings(invoiceOn, on) },
  };
}
