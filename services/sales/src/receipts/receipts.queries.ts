import type { ListReceipts, ReceiptDto, ReceiptPage, ReceiptSummaryDto } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CreditStories } from '../settlement/credit-stories.service.js';
import { datedWithin } from '../settlement/dated-within.js';
import { rejectionOf } from '../settlement/rejection.js';
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
  constructor(
    private readonly db: Database,
    private readonly stories: CreditStories,
  ) {}

  async get(actor: Actor, id: ReceiptId): Promise<ReceiptDto> {
    const values = [actor.organizationId, actor.company, id];
    return this.db.read(actor, async (tx) => {
      const [receipt] = await tx.query<WholeRow[]>(one, values);
      if (!receipt) throw new NotFound('receipt');
      const sameReference = await tx.query<ReceiptDto['sameReference']>(twins, [
        ...values,
        receipt.reference,
      ]);
      const { account, notes, undoneOn, undoneReason } = receipt;
      const story = await this.stories.of(tx, actor.organizationId, id);
      return { ...summaryOf(receipt), account, notes, undoneOn, undoneReason, sameReference, ...story };
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

const one = `
  with ${found}
  select ${columns}, account, notes, undone_on::text as "undoneOn", undone_reason as "undoneReason"
  from found where id = $3`;

const twins = `
  select id, number from receipt
  where organization_id = $1 and company_id = $2 and id <> $3 and reference = $4 order by number limit 10`;

function filters(
  { customerId, mode, state, unused, q, ...days }: ListReceipts,
  place: (value: unknown) => string,
): string {
  const parts = [
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    mode !== undefined && `mode = ${place(mode)}`,
    state !== undefined && `state = ${place(state)}`,
    unused !== undefined && 'left_over > 0 and ended_on is null',
    datedWithin(days, place),
    q !== undefined && `position(lower(${place(q)}) in lower(concat_ws(' ', number, reference))) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ');
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
