import type {
  AllocationDto,
  InvoiceSettlements,
  ListReceipts,
  PostingDto,
  ReceiptDto,
  ReceiptPage,
  ReceiptSummaryDto,
} from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { ReceiptId } from './receipt.js';

const sorts: Sorts<'on' | 'number' | 'amount'> = {
  on: { sql: 'dated_on', type: 'date' },
  number: { sql: 'number', type: 'text' },
  amount: { sql: 'amount', type: 'numeric' },
};

type ReceiptRow = Omit<ReceiptSummaryDto, 'createdAt' | 'rejection'> & {
  readonly createdAt: Date;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
  readonly sortedBy: string;
};

type WholeRow = ReceiptRow & Pick<ReceiptDto, 'account' | 'notes' | 'undoneOn' | 'undoneReason'>;

/** Where a receipt stands follows from its posting, and from how it was taken back. */
const found = `
  found as (
    select receipt.*, customer.name as customer_name, credit.used, credit.amount - credit.used as left_over,
      posting.rejection_code, posting.rejection_reason,
      case posting.state when 'asked' then 'waiting' when 'reversing' then 'undoing' when 'reversed' then undone
        else posting.state end as state, credit.ended_on
    from receipt
    join customer on customer.organization_id = receipt.organization_id and customer.id = receipt.customer_id
    join credit on credit.organization_id = receipt.organization_id and credit.id = receipt.id
    join posting on posting.organization_id = receipt.organization_id and posting.document = 'receipt'
      and posting.document_id = receipt.id and purpose = 'receive'
    where receipt.organization_id = $1 and receipt.company_id = $2)`;

const columns = `
  id, company_id as "companyId", customer_id as "customerId", customer_name as "customerName", number,
  dated_on::text as "on", mode, reference, currency, amount::text, tds::text, used::text as allocated,
  case when ended_on is null then left_over else 0 end::numeric(18, 2)::text as advance, state,
  rejection_code as "rejectionCode", rejection_reason as "rejectionReason", version, created_at as "createdAt"`;

@Injectable()
export class ReceiptsQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: ReceiptId): Promise<ReceiptDto> {
    const values = [actor.organizationId, actor.company, id];
    return this.db.read(actor, async (tx) => {
      const [receipt] = await tx.query<WholeRow[]>(one, values);
      if (!receipt) throw new NotFound('receipt');
      const [allocations, postings, sameReference] = [
        await tx.query<AllocationDto[]>(
          allocated,
          values.filter((_, index) => index !== 1),
        ),
        await tx.query<PostingRow[]>(
          asked,
          values.filter((_, index) => index !== 1),
        ),
        await tx.query<ReceiptDto['sameReference']>(twins, [...values, receipt.reference]),
      ];
      const { account, notes, undoneOn, undoneReason } = receipt;
      const whole = { account, notes, undoneOn, undoneReason, allocations, sameReference };
      return { ...summaryOf(receipt), ...whole, postings: postings.map(postingOf) };
    });
  }

  async settlementsOf(actor: Actor, invoiceId: Id): Promise<InvoiceSettlements> {
    const values = [actor.organizationId, actor.company, invoiceId];
    return this.db.read(actor, async (tx) => {
      const [invoice] = await tx.query<object[]>(
        'select from invoice where organization_id = $1 and company_id = $2 and id = $3',
        values,
      );
      if (!invoice) throw new NotFound('invoice');
      return { items: await tx.query<InvoiceSettlements['items']>(settling, values) };
    });
  }

  async list(actor: Actor, query: ListReceipts): Promise<ReceiptPage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [actor.organizationId, actor.company];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      with ${found}
      select ${columns}, ${keyset.select} from found
      where ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) =>
      keyset.page(await tx.query<ReceiptRow[]>(sql, values), summaryOf),
    );
  }
}

const settling = `
  select allocation.id, receipt.id as "receiptId", receipt.number as "receiptNumber", mode, allocation.amount::text,
    allocation.dated_on::text as "on", released_on::text as "releasedOn"
  from allocation
  join receipt on receipt.organization_id = allocation.organization_id and receipt.id = credit_id
  where allocation.organization_id = $1 and allocation.company_id = $2 and invoice_id = $3
  order by allocation.dated_on, allocation.id`;

const one = `
  with ${found}
  select ${columns}, account, notes, undone_on::text as "undoneOn", undone_reason as "undoneReason"
  from found where id = $3`;

const allocated = `
  select allocation.id, invoice_id as "invoiceId", invoice.number as "invoiceNumber", amount::text,
    allocation.dated_on::text as "on", released_on::text as "releasedOn"
  from allocation join invoice on invoice.organization_id = allocation.organization_id and invoice.id = invoice_id
  where allocation.organization_id = $1 and credit_id = $2
  order by allocation.dated_on, allocation.id`;

type PostingRow = Omit<PostingDto, 'rejection' | 'askedAt'> & {
  readonly askedAt: Date;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
};

const asked = `
  select id, document, purpose, dated_on::text as "on", amount::text,
    case state when 'withdrawn' then 'rejected' else state end as state, entry_id as "entryId",
    reversal_entry_id as "reversalEntryId", rejection_code as "rejectionCode", rejection_reason as "rejectionReason",
    created_at as "askedAt"
  from posting where organization_id = $1 and credit_id = $2
  order by id`;

const twins = `
  select id, number from receipt
  where organization_id = $1 and company_id = $2 and id <> $3 and reference = $4 order by number limit 10`;

function filters(
  { customerId, mode, state, from, until, q }: ListReceipts,
  place: (value: unknown) => string,
): string {
  const parts = [
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    mode !== undefined && `mode = ${place(mode)}`,
    state !== undefined && `state = ${place(state)}`,
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
    q !== undefined && `position(lower(${place(q)}) in lower(concat_ws(' ', number, reference))) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}

function summaryOf(receipt: ReceiptRow): ReceiptSummaryDto {
  const { id, companyId, customerId, customerName, number, on, mode, reference, currency } = receipt;
  const { amount, tds, allocated: used, advance, state, version, createdAt } = receipt;
  return {
    ...{ id, companyId, customerId, customerName, number, on, mode, reference, currency },
    ...{ amount, tds, allocated: used, advance, state, rejection: rejectionOf(receipt), version },
    createdAt: createdAt.toISOString(),
  };
}

function postingOf(row: PostingRow): PostingDto {
  const { id, document, purpose, on, amount, state, entryId, reversalEntryId, askedAt } = row;
  const what = { id, document, purpose, on, amount, state, entryId, reversalEntryId };
  return { ...what, rejection: rejectionOf(row), askedAt: askedAt.toISOString() };
}

function rejectionOf({
  rejectionCode: code,
  rejectionReason: reason,
}: Pick<ReceiptRow, 'rejectionCode' | 'rejectionReason'>): ReceiptDto['rejection'] {
  return code === null || reason === null ? null : { code, reason };
}
