import type {
  InvoiceDto,
  InvoicePage,
  InvoiceState,
  InvoiceSummaryDto,
  ListInvoices,
} from '@dhanman/contracts';
import { Clock } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { dueDay, paymentOf } from '../settlement/payment.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { found, numberSql } from './invoice-search.queries.js';

const sorts: Sorts<'on' | 'number' | 'total' | 'dueOn'> = {
  on: { sql: 'dated_on', type: 'date' },
  number: { sql: numberSql, type: 'text' },
  total: { sql: 'total_minor', type: 'bigint' },
  dueOn: { sql: dueDay, type: 'date' },
};

type InvoiceRow = Invoice & {
  readonly customerName: string;
  readonly isOverdue: boolean;
  readonly sortedBy: string;
};

/** At the moment `$1`, where the company is. Only what is issued and stands can be overdue. */
const overdue = `
  (state in ('issued', 'posted') and settled < total and ${dueDay} <
    (select ($1::timestamptz at time zone time_zone)::date from company
     where company.organization_id = invoice.organization_id and company.id = company_id))`;

const columns = `
  id, company_id as "companyId", customer_id as "customerId",
  (select name from customer
   where customer.organization_id = invoice.organization_id and customer.id = customer_id) as "customerName",
  currency, total, settled, written_off as "writtenOff", coalesce(${overdue}, false) as "isOverdue", state, number, dated_on::text as "on", due_on::text as "dueOn", entry_id as "entryId",
  rejection_code as "rejectionCode", rejection_reason as "rejectionReason", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class InvoicesQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, id: InvoiceId): Promise<InvoiceDto> {
    const sql = `select ${columns}, notes, content, taxed, written_by as "writtenBy",
        approvals, approvals_needed as "approvalsNeeded", returned, cancelled_on::text as "cancelledOn",
        cancel_reason as "cancelReason", cancel_entry_id as "cancelEntryId" from invoice
      where organization_id = $2 and company_id = $3 and id = $4`;
    const values = [this.clock.now(), actor.organizationId, actor.company, id];
    const [invoice] = await this.db.read(actor, (tx) => tx.query<InvoiceRow[]>(sql, values));
    if (!invoice) throw new NotFound('invoice');
    return toDto(invoice);
  }

  async list(actor: Actor, query: ListInvoices): Promise<InvoicePage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [this.clock.now()];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const { q } = query;
    return this.db.read(actor, async (tx) => {
      const sql = `
        select ${columns}, ${keyset.select} from invoice
        where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
          and ${filters(query, place)} and ${q === undefined ? 'true' : await found(tx, { q, actor, place })}
          and ${keyset.where(place)}
        ${keyset.orderAndLimit}`;
      return keyset.page(await tx.query<InvoiceRow[]>(sql, values), summaryOf);
    });
  }
}

/** Only what stands is paid or not. */
const standing = `state in ('issued', 'posted')`;

const stands = (state: InvoiceState): boolean => state === 'issued' || state === 'posted';

/** The few among all; the indexes of what is open say it in these words. */
const open = `${standing} and settled < total`;

/** Not `settled = 0`: of that Postgres expects next to nothing, and would rather sort all that is open than walk. */
const untouched = 'not (settled > 0)';

const payments: Readonly<Record<NonNullable<ListInvoices['payment']>, string>> = {
  unpaid: `${open} and ${untouched}`,
  'partly-paid': `${open} and settled > 0`,
  paid: `${standing} and settled = total and written_off = 0`,
  'written-off': `${standing} and settled = total and written_off > 0`,
  open,
  overdue,
};

function filters(
  { state, payment, customerId, from, until }: ListInvoices,
  place: (value: unknown) => string,
): string {
  const parts = [
    state !== undefined && `state = ${place(state)}`,
    payment !== undefined && payments[payment],
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}

function summaryOf(invoice: InvoiceRow): InvoiceSummaryDto {
  const { id, companyId, customerId, customerName, currency, total, state, number, on, dueOn } = invoice;
  const {
    settled,
    writtenOff,
    isOverdue,
    entryId,
    version,
    rejectionCode: code,
    rejectionReason: reason,
    createdAt,
    updatedAt,
  } = invoice;
  return {
    ...{
      id,
      companyId,
      customerId,
      customerName,
      currency,
      total,
      state,
      number,
      on,
      dueOn,
      entryId,
      version,
    },
    ...{
      settled,
      writtenOff,
      isOverdue,
      ...paymentOf(invoice),
      ...(!stands(state) && { payment: null, outstanding: '0.00' }),
    },
    rejection: code === null || reason === null ? null : { code, reason },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function toDto(invoice: InvoiceRow): InvoiceDto {
  const { notes, content, taxed, writtenBy, approvals, approvalsNeeded, returned } = invoice;
  const { lines, ...options } = content;
  return {
    ...summaryOf(invoice),
    ...{ notes, ...options, totals: taxed.totals },
    ...{ writtenBy: [...writtenBy], approvals: [...approvals], approvalsNeeded, returned },
    cancellation: cancellationOf(invoice),
    lines: lines.flatMap((line, index) => {
      const computed = taxed.lines[index];
      return computed ? [{ ...line, taxed: computed }] : [];
    }),
  };
}

function cancellationOf({ cancelledOn: on, cancelReason: reason, cancelEntryId: entryId }: InvoiceRow) {
  return on === null || reason === null ? null : { on, reason, entryId };
}
