import type { ReadAgeing, ReadCustomerLedger, ReadDues, ReportDto } from '@dhanman/contracts';
import { DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';
import { type Actor, Database, NotFound, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CustomerId } from '../customers/customer.js';
import { dueDay } from '../settlement/payment.js';
import { ageing } from './ageing.js';
import { type CustomerLine, customerLedger } from './customer-ledger.js';
import { customerDues } from './dues.js';
import { type Asked, OpenItems } from './open-items.queries.js';
import { headed, type Moment, ReportMoment } from './report-moment.service.js';

/** More lines than anybody reads, and than a page of an answer should be. */
const mostInvoices = 20_000;

export class AgeingTooLong extends DomainError {
  constructor() {
    const message = `More than ${mostInvoices} invoices are open: ask for a line for each customer, or for one customer.`;
    super('invalid', 'ageing-too-long', message, { field: 'detail' });
  }
}

@Injectable()
export class ReceivablesQueries {
  constructor(
    private readonly db: Database,
    private readonly moment: ReportMoment,
    private readonly items: OpenItems,
  ) {}

  async ageing(actor: Actor, { asOf, customerId, detail }: ReadAgeing): Promise<ReportDto> {
    return this.atOnce(actor, customerId, async (tx, moment, subject) => {
      const asked = askedOf(actor, moment, asOf, customerId);
      const isDetailed = detail === 'invoices' || customerId !== undefined;
      const open = isDetailed
        ? await this.items.invoices(tx, asked, mostInvoices + 1)
        : await this.items.byDays(tx, asked);
      if (isDetailed && open.length > mostInvoices) throw new AgeingTooLong();
      const statement = ageing(open, await this.items.unapplied(tx, asked), moment.currency);
      return headed(statement, moment, dayOf(asked), subject);
    });
  }

  async dues(actor: Actor, { asOf, only }: ReadDues): Promise<ReportDto> {
    return this.atOnce(actor, undefined, async (tx, moment) => {
      const asked = askedOf(actor, moment, asOf);
      const dues = await this.items.dues(tx, asked);
      const shown = only === 'overdue' ? dues.filter(({ overdue }) => overdue.isPositive) : dues;
      return headed(customerDues(shown, moment.currency), moment, dayOf(asked));
    });
  }

  async ledger(actor: Actor, customerId: CustomerId, asking: ReadCustomerLedger): Promise<ReportDto> {
    return this.atOnce(actor, customerId, async (tx, moment, subject) => {
      const span = spanOf(asking, moment.today, moment.startMonth);
      const asked = askedOf(actor, moment, span.asOf.toString(), customerId);
      const values = [actor.organizationId, actor.company, customerId, span.from.toString()];
      const [before] = await tx.query<{ opening: string }[]>(openingSql, values);
      const rows = await tx.query<LineRow[]>(linesSql, [...values, span.asOf.toString()]);
      const money = (text: string): Money => Money.parse(text, moment.currency);
      const account = {
        opening: money(before?.opening ?? '0'),
        lines: rows.map((row) => ({ ...row, amount: money(row.amount) })),
        open: await this.openOf(tx, asked),
      };
      return headed(customerLedger(account), moment, span, subject);
    });
  }

  private async openOf(tx: EntityManager, asked: Asked): Promise<Money> {
    const open = await this.items.byDays(tx, asked);
    const given = await this.items.unapplied(tx, asked);
    const amounts = [
      ...open.map(({ outstanding }) => outstanding),
      ...given.map(({ amount }) => amount.negate()),
    ];
    return Money.sum(amounts, asked.currency);
  }

  /** The customer first: whoever may not see it learns nothing of the company either. */
  private async atOnce(
    actor: Actor,
    customerId: string | undefined,
    read: (tx: EntityManager, moment: Moment, subject: string | null) => Promise<ReportDto>,
  ): Promise<ReportDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const subject = customerId === undefined ? null : await nameOf(tx, actor, customerId);
        return read(tx, await this.moment.now(tx, actor), subject);
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}

async function nameOf(
  tx: EntityManager,
  { organizationId, company }: Actor,
  customerId: string,
): Promise<string> {
  const [customer] = await tx.query<{ name: string }[]>(
    'select name from customer where organization_id = $1 and company_id = $2 and id = $3',
    [organizationId, company, customerId],
  );
  if (!customer) throw new NotFound('customer');
  return customer.name;
}

function askedOf(actor: Actor, moment: Moment, asOf: string | undefined, customerId?: string): Asked {
  const day = asOf === undefined ? moment.today : PlainDate.parse(asOf);
  return { actor, asOf: day, currency: moment.currency, customerId };
}

function dayOf({ asOf }: Asked) {
  return { from: asOf, asOf };
}

type LineRow = Omit<CustomerLine, 'amount'> & { readonly amount: string; readonly documentId: Id };

/** What was withdrawn has never been; what was taken back has been until that day. */
const lines = `
  lines as (
    select dated_on, 0 as place, 'invoice' as document, id, number, '' as narration,
      ${dueDay} as due_on, 'debit' as side, total as amount
    from invoice
    where organization_id = $1 and company_id = $2 and customer_id = $3
      and (state in ('issued', 'posted') or state = 'cancelled' and entry_id is not null)
    union all
    select cancelled_on, 5, 'invoice-cancelled', id, number, cancel_reason, null, 'credit', total
    from invoice
    where organization_id = $1 and company_id = $2 and customer_id = $3 and state = 'cancelled'
      and entry_id is not null
    union all
    select credit.dated_on, 1, credit.document, credit.id, number, coalesce(reference, ''), null, 'credit', credit.amount
    from credit join receipt on receipt.organization_id = credit.organization_id and receipt.id = credit.id
    where credit.organization_id = $1 and credit.company_id = $2 and credit.customer_id = $3
      and (ended_on is null or undone is distinct from 'withdrawn')
    union all
    select ended_on, 2, credit.document || '-' || undone, credit.id, number, undone_reason, null, 'debit', credit.amount
    from credit join receipt on receipt.organization_id = credit.organization_id and receipt.id = credit.id
    where credit.organization_id = $1 and credit.company_id = $2 and credit.customer_id = $3
      and ended_on is not null and undone <> 'withdrawn'
    union all
    select note.dated_on, 3, 'credit-note', note.id, note.number, invoice.number, null, 'credit', note.total
    from credit_note note join invoice on invoice.organization_id = note.organization_id and invoice.id = note.invoice_id
    where note.organization_id = $1 and note.company_id = $2 and note.customer_id = $3 and note.state = 'issued'
      and undone is distinct from 'withdrawn'
    union all
    select ended_on, 4, 'credit-note-reversed', note.id, number, undone_reason, null, 'debit', total
    from credit_note note join credit on credit.organization_id = note.organization_id and credit.id = note.id
    where note.organization_id = $1 and note.company_id = $2 and note.customer_id = $3 and undone = 'reversed'
      and ended_on is not null
    union all
    select dated_on, 6, 'refund', id, number, coalesce(reference, ''), null, 'debit', amount
    from refund
    where organization_id = $1 and company_id = $2 and customer_id = $3
      and (ended_on is null or undone is distinct from 'withdrawn')
    union all
    select ended_on, 7, 'refund-reversed', id, number, undone_reason, null, 'credit', amount
    from refund
    where organization_id = $1 and company_id = $2 and customer_id = $3 and ended_on is not null
      and undone = 'reversed'
    union all
    select write_off.dated_on, 8, 'write-off', write_off.id, write_off.number, invoice.number, null, 'credit', amount
    from write_off join invoice on invoice.organization_id = write_off.organization_id and invoice.id = invoice_id
    where write_off.organization_id = $1 and write_off.company_id = $2 and write_off.customer_id = $3
      and undone is distinct from 'withdrawn'
    union all
    select ended_on, 9, 'write-off-reversed', write_off.id, number, undone_reason, null, 'debit', write_off.amount
    from write_off join credit on credit.organization_id = write_off.organization_id and credit.id = write_off.id
    where write_off.organization_id = $1 and write_off.company_id = $2 and write_off.customer_id = $3
      and undone = 'reversed' and ended_on is not null)`;

const openingSql = `
  with ${lines}
  select coalesce(sum(case side when 'debit' then amount else -amount end), 0)::numeric(20, 2)::text as opening
  from lines where dated_on < $4`;

const linesSql = `
  with ${lines}
  select dated_on::text as "on", document, id as "documentId", number, narration, due_on::text as "dueOn", side,
    amount::text
  from lines where dated_on between $4 and $5
  order by dated_on, place, number`;
