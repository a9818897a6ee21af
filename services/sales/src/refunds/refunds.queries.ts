import type { ListRefunds, RefundDto, RefundPage, RefundSummaryDto } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CreditStories } from '../settlement/credit-stories.service.js';
import { datedWithin } from '../settlement/dated-within.js';
import { type Refused, rejectionOf } from '../settlement/rejection.js';
import type { RefundId } from './refund.js';

const sorts: Sorts<'on' | 'number' | 'amount'> = {
  on: { sql: 'dated_on', type: 'date' },
  number: { sql: 'number', type: 'text' },
  amount: { sql: 'amount', type: 'numeric' },
};

type RefundRow = Omit<RefundSummaryDto, 'createdAt' | 'rejection' | 'credit'> &
  Refused & {
    readonly creditDocument: RefundSummaryDto['credit']['document'];
    readonly creditId: RefundSummaryDto['credit']['id'];
    readonly creditNumber: string;
    readonly createdAt: Date;
    readonly sortedBy: string;
  };

type WholeRow = RefundRow & Pick<RefundDto, 'account' | 'notes' | 'undoneOn' | 'undoneReason'>;

/** Where a refund stands follows from its posting, and from how it was taken back. */
const found = `
  found as (
    select refund.*, customer.name as customer_name, credit.document as credit_document,
      coalesce(receipt.number, credit_note.number) as credit_number, posting.rejection_code, posting.rejection_reason,
      case posting.state when 'asked' then 'waiting' when 'reversing' then 'undoing' when 'reversed' then refund.undone
        else posting.state end as state
    from refund
    join customer on customer.organization_id = refund.organization_id and customer.id = refund.customer_id
    join credit on credit.organization_id = refund.organization_id and credit.id = refund.credit_id
    left join receipt on receipt.organization_id = refund.organization_id and receipt.id = refund.credit_id
    left join credit_note on credit_note.organization_id = refund.organization_id and credit_note.id = refund.credit_id
    join posting on posting.organization_id = refund.organization_id and posting.document = 'refund'
      and posting.document_id = refund.id and purpose = 'pay'
    where refund.organization_id = $1 and refund.company_id = $2)`;

const columns = `
  id, company_id as "companyId", customer_id as "customerId", customer_name as "customerName", number,
  dated_on::text as "on", mode, reference, currency, amount::text, credit_document as "creditDocument",
  credit_id as "creditId", credit_number as "creditNumber", state, rejection_code as "rejectionCode",
  rejection_reason as "rejectionReason", version, created_at as "createdAt"`;

@Injectable()
export class RefundsQueries {
  constructor(
    private readonly db: Database,
    private readonly stories: CreditStories,
  ) {}

  async get(actor: Actor, id: RefundId): Promise<RefundDto> {
    const values = [actor.organizationId, actor.company, id];
    return this.db.read(actor, async (tx) => {
      const [refund] = await tx.query<WholeRow[]>(one, values);
      if (!refund) throw new NotFound('refund');
      const { account, notes, undoneOn, undoneReason } = refund;
      const postings = await this.stories.postingsOf(tx, actor.organizationId, { document: 'refund', id });
      return { ...summaryOf(refund), account, notes, undoneOn, undoneReason, postings };
    });
  }

  async list(actor: Actor, query: ListRefunds): Promise<RefundPage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [actor.organizationId, actor.company];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      with ${found}
      select ${columns}, ${keyset.select} from found
      where ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) =>
      keyset.page(await tx.query<RefundRow[]>(sql, values), summaryOf),
    );
  }
}

const one = `
  with ${found}
  select ${columns}, account, notes, undone_on::text as "undoneOn", undone_reason as "undoneReason"
  from found where id = $3`;

function filters(
  { customerId, creditId, state, q, ...days }: ListRefunds,
  place: (value: unknown) => string,
): string {
  const parts = [
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    creditId !== undefined && `credit_id = ${place(creditId)}`,
    state !== undefined && `state = ${place(state)}`,
    datedWithin(days, place),
    q !== undefined && `position(lower(${place(q)}) in lower(concat_ws(' ', number, reference))) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ');
}

function summaryOf(refund: RefundRow): RefundSummaryDto {
  const { id, companyId, customerId, customerName, number, on, mode, reference, currency, amount } = refund;
  const { creditDocument: document, creditId, creditNumber, state, version, createdAt } = refund;
  return {
    ...{ id, companyId, customerId, customerName, number, on, mode, reference, currency, amount },
    credit: { document, id: creditId, number: creditNumber },
    ...{ state, rejection: rejectionOf(refund), version, createdAt: createdAt.toISOString() },
  };
}
