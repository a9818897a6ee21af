import type {
  CreateRecurringInvoice,
  RecurringInvoiceDto,
  RecurringInvoices,
  RecurringPreview,
} from '@dhanman/contracts';
import { DomainError, newId, type PlainDate } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkPaper } from '../invoices/invoice-paper.js';
import { type Buyer, type Seller, taxed } from '../tax/sale.js';
import { SaleParties } from '../tax/sale-parties.service.js';
import { RecurringInvoice, type RecurringInvoiceId } from './recurring-invoice.js';
import { RecurringInvoiceTable } from './recurring-invoice.table.js';

interface Shown {
  readonly customerName: string;
  readonly failed: number;
  readonly periods: RecurringInvoiceDto['periods'];
}

type Upcoming = RecurringPreview['upcoming'][number];

/** So many dates are shown ahead. */
const shown = 6;

@Injectable()
export class RecurringInvoicesQueries {
  constructor(
    private readonly db: Database,
    private readonly parties: SaleParties,
  ) {}

  async list(actor: Actor): Promise<RecurringInvoices> {
    return this.db.read(actor, async (tx) => {
      const { organizationId, company: companyId } = actor;
      const all = await tx.find(RecurringInvoiceTable, {
        where: { organizationId, companyId },
        order: { name: 'asc', id: 'asc' },
        take: 500,
      });
      const kept = all.filter(({ state }) => state !== 'discarded');
      const facts = new Map((await factsOf(tx, actor)).map((one) => [one.id, one]));
      return { recurring: kept.map((one) => summaryOf(one, facts.get(one.id) ?? noFacts)) };
    });
  }

  async get(actor: Actor, id: RecurringInvoiceId): Promise<RecurringInvoiceDto> {
    return this.db.read(actor, async (tx) => {
      const recurring = await tx.findOneBy(RecurringInvoiceTable, actor.key(id));
      if (!recurring) throw new NotFound('recurring-invoice');
      const [row] = await tx.query<Shown[]>(detailsSql, [actor.organizationId, id]);
      const { notes, dueDays, content, priceChanges } = recurring;
      const { lines, ...options } = content;
      const ahead = await this.ahead(tx, actor, recurring);
      return {
        ...summaryOf(recurring, row ?? noFacts),
        ...{ notes, dueDays, ...options, lines: [...lines], priceChanges: [...priceChanges] },
        ...ahead,
        periods: row?.periods ?? [],
      };
    });
  }

  /** The first dates and amounts of what is being written; nothing is stored. */
  async preview(actor: Actor, written: CreateRecurringInvoice): Promise<RecurringPreview> {
    const recurring = RecurringInvoice.write(actor.key(newId<'RecurringInvoice'>()), written, actor.userId);
    return this.db.read(actor, (tx) => this.ahead(tx, actor, recurring));
  }

  private async ahead(
    tx: EntityManager,
    actor: Actor,
    recurring: RecurringInvoice,
  ): Promise<RecurringPreview> {
    const parties = await this.parties.of(tx, actor, recurring.customerId);
    const upcoming = recurring.upcoming(shown).map((on) => upcomingOf(recurring, on, parties));
    return { currency: parties.seller.currency, upcoming };
  }
}

/** With the law and the price of its day, as far as both are known by now. */
function upcomingOf(
  recurring: RecurringInvoice,
  on: PlainDate,
  parties: { readonly seller: Seller; readonly buyer: Buyer },
): Upcoming {
  const sale = { ...parties, on, content: recurring.contentOn(on) };
  try {
    const { total } = taxed(sale).totals;
    if (recurring.makes === 'issued') checkPaper(sale);
    return { on: on.toString(), total, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { on: on.toString(), total: null, problem: error.message };
  }
}

type Facts = Pick<Shown, 'customerName' | 'failed'>;

const noFacts: Facts = { customerName: '', failed: 0 };

function summaryOf(recurring: RecurringInvoice, { customerName, failed }: Facts) {
  const { id, companyId, name, customerId, makes, rhythm, state, version, nextOn } = recurring;
  return {
    ...{ id, companyId, name, customerId, customerName, makes, rhythm, state, failed, version },
    nextOn: nextOn?.toString() ?? null,
    createdAt: recurring.createdAt.toISOString(),
    updatedAt: recurring.updatedAt.toISOString(),
  };
}

const facts = `
  customer.name as "customerName",
  (select count(*)::int from recurring_period as period
    where period.organization_id = recurring.organization_id and recurring_id = recurring.id
      and period.state = 'failed') as failed`;

const from = `
  from recurring_invoice as recurring
    join customer on customer.organization_id = recurring.organization_id and customer.id = customer_id
  where recurring.organization_id = $1`;

async function factsOf(tx: EntityManager, actor: Actor): Promise<(Facts & { readonly id: string })[]> {
  const sql = `select recurring.id, ${facts} ${from} and recurring.company_id = $2`;
  return tx.query(sql, [actor.organizationId, actor.company]);
}

const detailsSql = `
  select ${facts},
    (select coalesce(json_agg(json_build_object('on', last.period_on, 'state', last.state,
        'failure', case when failure_code is not null
          then json_build_object('code', failure_code, 'reason', failure_reason) end,
        'invoice', case when invoice.id is not null then json_build_object('id', invoice.id, 'number', number,
          'state', invoice.state, 'total', total::text, 'rejection', rejection_reason) end)
        order by last.period_on desc), '[]')
      from (select * from recurring_period where organization_id = $1 and recurring_id = recurring.id
        order by period_on desc limit 24) as last
        left join invoice on invoice.organization_id = $1 and invoice.id = invoice_id) as periods
  ${from} and recurring.id = $2`;
