import type { InvoiceDto, InvoicePage, InvoiceSummaryDto, ListInvoices } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Invoice, InvoiceId } from './invoice.js';

const sorts: Sorts<'on' | 'number' | 'total'> = {
  on: { sql: 'dated_on', type: 'date' },
  number: { sql: `coalesce(number, '')`, type: 'text' },
  total: { sql: 'total', type: 'numeric' },
};

type InvoiceRow = Invoice & { readonly customerName: string; readonly sortedBy: string };

const columns = `
  id, company_id as "companyId", customer_id as "customerId",
  (select name from customer
   where customer.organization_id = invoice.organization_id and customer.id = customer_id) as "customerName",
  currency, total, state, number, dated_on::text as "on", due_on::text as "dueOn", entry_id as "entryId",
  rejection_code as "rejectionCode", rejection_reason as "rejectionReason", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class InvoicesQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: InvoiceId): Promise<InvoiceDto> {
    const sql = `select ${columns}, notes, content, taxed from invoice
      where organization_id = $1 and company_id = $2 and id = $3`;
    const values = [actor.organizationId, actor.company, id];
    const [invoice] = await this.db.read(actor, (tx) => tx.query<InvoiceRow[]>(sql, values));
    if (!invoice) throw new NotFound('invoice');
    return toDto(invoice);
  }

  async list(actor: Actor, query: ListInvoices): Promise<InvoicePage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select ${columns}, ${keyset.select} from invoice
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) =>
      keyset.page(await tx.query<InvoiceRow[]>(sql, values), summaryOf),
    );
  }
}

function filters(
  { state, customerId, from, until, q }: ListInvoices,
  place: (value: unknown) => string,
): string {
  const parts = [
    state !== undefined && `state = ${place(state)}`,
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
    q !== undefined && `position(lower(${place(q)}) in lower(number)) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}

function summaryOf(invoice: InvoiceRow): InvoiceSummaryDto {
  const { id, companyId, customerId, customerName, currency, total, state, number, on, dueOn } = invoice;
  const { entryId, version, rejectionCode: code, rejectionReason: reason, createdAt, updatedAt } = invoice;
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
    rejection: code === null || reason === null ? null : { code, reason },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function toDto(invoice: InvoiceRow): InvoiceDto {
  const { notes, content, taxed } = invoice;
  const { lines, ...options } = content;
  return {
    ...summaryOf(invoice),
    ...{ notes, ...options, totals: taxed.totals },
    lines: lines.flatMap((line, index) => {
      const computed = taxed.lines[index];
      return computed ? [{ ...line, taxed: computed }] : [];
    }),
  };
}
