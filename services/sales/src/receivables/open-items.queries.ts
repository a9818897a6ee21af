// What is open at the end of a day. The sums that the database keeps beside invoices and credits are those of now; what
// was settled or released since is taken off them, so that a report of a past day reads only what has moved.
import { type Id, Money, type PlainDate } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dueDay } from '../settlement/payment.js';
import type { OpenAmount, Unapplied } from './ageing.js';
import type { Due } from './dues.js';

export interface Asked {
  readonly actor: Actor;
  readonly asOf: PlainDate;
  readonly currency: string;
  readonly customerId?: string | undefined;
}

@Injectable()
export class OpenItems {
  /** What is open, customer by customer and by the days it has been due; beyond two months days make no difference. */
  async byDays(tx: EntityManager, asked: Asked): Promise<readonly OpenAmount[]> {
    const rows = await tx.query<OpenRow[]>(byDaysSql, valuesOf(asked));
    return rows.map((row) => openAmount(row, asked));
  }

  async invoices(tx: EntityManager, asked: Asked, limit: number): Promise<readonly OpenAmount[]> {
    const rows = await tx.query<(OpenRow & { id: Id; number: string; dueOn: string })[]>(invoicesSql, [
      ...[...valuesOf(asked), limit],
    ]);
    return rows.map((row) => {
      const { id, number, dueOn } = row;
      return { ...openAmount(row, asked), invoice: { id, number, dueOn } };
    });
  }

  async unapplied(tx: EntityManager, asked: Asked): Promise<readonly Unapplied[]> {
    const rows = await tx.query<OpenRow[]>(unappliedSql, valuesOf(asked));
    return rows.map((row) => {
      const { customer, outstanding: amount } = openAmount(row, asked);
      return { customer, amount };
    });
  }

  async dues(tx: EntityManager, asked: Asked): Promise<readonly Due[]> {
    const rows = await tx.query<DueRow[]>(duesSql, valuesOf(asked));
    const money = (text: string): Money => Money.parse(text, asked.currency);
    return rows.map(({ id, name, billed, outstanding, overdue, advance, ...row }) => ({
      ...{ customer: { id, name }, billed: money(billed), outstanding: money(outstanding) },
      ...{ overdue: money(overdue), advance: money(advance), ...row },
    }));
  }
}

interface OpenRow {
  readonly customerId: Id;
  readonly customerName: string;
  readonly daysPastDue: number;
  readonly outstanding: string;
}

type DueRow = Pick<Due, 'openInvoices' | 'oldestDueOn' | 'lastPaidOn'> & {
  readonly id: Id;
  readonly name: string;
  readonly billed: string;
  readonly outstanding: string;
  readonly overdue: string;
  readonly advance: string;
};

function valuesOf({ actor, asOf, customerId }: Asked): unknown[] {
  return [actor.organizationId, actor.company, asOf.toString(), customerId ?? null];
}

function openAmount(row: OpenRow, { currency }: Asked): OpenAmount {
  const { customerId: id, customerName: name, daysPastDue, outstanding } = row;
  return { customer: { id, name }, daysPastDue, outstanding: Money.parse(outstanding, currency) };
}

const moved = `
  moved as (
    select credit_id, invoice_id,
      case when released_on is null then -amount when dated_on <= $3 then amount else 0 end as difference
    from allocation
    where organization_id = $1 and company_id = $2 and ($4::uuid is null or customer_id = $4)
      and (released_on > $3 or released_on is null and dated_on > $3)
    union all
    select credit_id, null, case when ended_on is null then -amount when dated_on <= $3 then amount else 0 end
    from refund
    where organization_id = $1 and company_id = $2 and ($4::uuid is null or customer_id = $4)
      and (ended_on > $3 or ended_on is null and dated_on > $3))`;

const openInvoices = `
  open_invoice as (
    select id, customer_id, number, dated_on, ${dueDay} as due_on, total,
      total - settled - coalesce(difference, 0) as outstanding
    from invoice
    left join (select invoice_id, sum(difference) as difference from moved group by invoice_id) as since on invoice_id = id
    where organization_id = $1 and company_id = $2 and ($4::uuid is null or customer_id = $4)
      and dated_on <= $3 and total - settled > coalesce(difference, 0)
      and (state in ('issued', 'posted') or state = 'cancelled' and entry_id is not null and cancelled_on > $3)
      and id in (
        select id from invoice
        where organization_id = $1 and company_id = $2 and state in ('issued', 'posted') and settled < total
        union all select id from invoice
        where organization_id = $1 and company_id = $2 and state = 'cancelled' and cancelled_on > $3
        union all select invoice_id from moved where invoice_id is not null))`;

/** What settles, or did until it was released, an invoice that the ledger has refused settles nothing that is owed. */
const openCredits = `
  refused as (
    select credit_id, allocation.amount as difference
    from invoice join allocation on allocation.organization_id = $1 and invoice_id = invoice.id
      and allocation.dated_on <= $3 and (released_on is null or released_on > $3)
    where invoice.organization_id = $1 and invoice.company_id = $2 and state in ('rejected', 'cancelled')
      and entry_id is null),
  open_credit as (
    select id, customer_id, amount - used - coalesce(difference, 0) as left_over
    from credit
    left join (
      select credit_id, sum(difference) as difference from (
        select credit_id, difference from moved union all select credit_id, -difference from refused) as parts
      group by credit_id) as since on credit_id = id
    where organization_id = $1 and company_id = $2 and ($4::uuid is null or customer_id = $4)
      and dated_on <= $3 and (ended_on is null or ended_on > $3) and amount - used > coalesce(difference, 0)
      and id in (
        select id from credit where organization_id = $1 and company_id = $2 and used < amount
        union all select credit_id from moved union all select credit_id from refused))`;

const named = `customer on customer.organization_id = $1 and customer.id = customer_id`;

/** 61 days stand for all that are longer, and 0 for what is not due. */
const daysPastDue = `least(greatest($3::date - due_on, 0), 61)`;

const byDaysSql = `
  with ${moved}, ${openInvoices}
  select customer_id as "customerId", name as "customerName", ${daysPastDue} as "daysPastDue",
    sum(outstanding)::text as outstanding
  from open_invoice join ${named}
  group by customer_id, name, ${daysPastDue}`;

const invoicesSql = `
  with ${moved}, ${openInvoices}
  select open_invoice.id, number, due_on::text as "dueOn", customer_id as "customerId", name as "customerName",
    $3::date - due_on as "daysPastDue", outstanding::text
  from open_invoice join ${named}
  order by due_on, number limit $5`;

const unappliedSql = `
  with ${moved}, ${openCredits}
  select customer_id as "customerId", name as "customerName", 0 as "daysPastDue",
    sum(left_over)::text as outstanding
  from open_credit join ${named}
  group by customer_id, name`;

const duesSql = `
  with ${moved}, ${openInvoices}, ${openCredits},
  owed as (
    select customer_id, count(*)::int as "openInvoices", sum(total) as billed, sum(outstanding) as outstanding,
      coalesce(sum(outstanding) filter (where due_on < $3), 0) as overdue, min(due_on)::text as "oldestDueOn"
    from open_invoice group by customer_id),
  given as (select customer_id, sum(left_over) as advance from open_credit group by customer_id)
  select customer.id, name, coalesce("openInvoices", 0) as "openInvoices", coalesce(billed, 0)::numeric(20, 2)::text as billed,
    coalesce(outstanding, 0)::numeric(20, 2)::text as outstanding, coalesce(overdue, 0)::numeric(20, 2)::text as overdue,
    "oldestDueOn", coalesce(advance, 0)::numeric(20, 2)::text as advance,
    (select max(dated_on)::text from receipt where receipt.organization_id = $1 and receipt.customer_id = customer.id
       and dated_on <= $3 and (undone is null or undone_on > $3)) as "lastPaidOn"
  from owed full join given using (customer_id) join ${named}`;
