import type {
  InvoiceRunDto,
  InvoiceRunPreview,
  InvoiceRuns,
  ListRunBills,
  RunBillDto,
  RunBillPage,
  StartInvoiceRun,
} from '@dhanman/contracts';
import { DomainError, Money, newId, PlainDate } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { InvoiceOfNothing } from '../invoices/invoice-errors.js';
import { checkPaper } from '../invoices/invoice-paper.js';
import { type Seller, taxed } from '../tax/sale.js';
import { SaleParties } from '../tax/sale-parties.service.js';
import { InvoiceRun, type InvoiceRunId, RunOfNobody, RunTooLarge } from './invoice-run.js';
import { type Chosen, chosenCustomers, mostBills } from './run-bills.queries.js';

const shown = { sample: 10, problems: 50 };
const sorts: Sorts<'place'> = { place: { sql: 'place', type: 'integer' } };

type RunRow = Omit<InvoiceRunDto, 'createdAt' | 'updatedAt'> & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
type BillRow = RunBillDto & { readonly id: string; readonly sortedBy: string };

@Injectable()
export class InvoiceRunsQueries {
  constructor(
    private readonly db: Database,
    private readonly parties: SaleParties,
  ) {}

  /** What it would come to, with the tax of each customer; nothing is stored. */
  async preview(actor: Actor, asked: StartInvoiceRun): Promise<InvoiceRunPreview> {
    const run = InvoiceRun.start(actor.key(newId<'InvoiceRun'>()), asked, actor.userId);
    const { customers, seller } = await this.db.read(actor, async (tx) => {
      const chosen = await chosenCustomers(tx, actor, asked.customers);
      const [first] = chosen;
      if (!first) throw new RunOfNobody();
      if (chosen.length > mostBills) throw new RunTooLarge(mostBills);
      return { customers: chosen, seller: (await this.parties.of(tx, actor, first.id)).seller };
    });
    return previewOf(run, seller, customers);
  }

  async list(actor: Actor): Promise<InvoiceRuns> {
    const sql = `${runSql} order by run.created_at desc, run.id limit 200`;
    const rows = await this.db.read(actor, (tx) =>
      tx.query<RunRow[]>(sql, [actor.organizationId, actor.company]),
    );
    return { runs: rows.map(toDto) };
  }

  async get(actor: Actor, id: InvoiceRunId): Promise<InvoiceRunDto> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<RunRow[]>(`${runSql} and run.id = $3`, [actor.organizationId, actor.company, id]),
    );
    if (!row) throw new NotFound('invoice-run');
    return toDto(row);
  }

  async bills(actor: Actor, id: InvoiceRunId, { state, ...page }: ListRunBills): Promise<RunBillPage> {
    await this.get(actor, id);
    const keyset = new Keyset(sorts, 'place', page);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `select bill.*, ${keyset.select} from (${billSql}
        where bill.organization_id = ${place(actor.organizationId)} and run_id = ${place(id)}
          and (${place(state ?? null)}::text is null or bill.state = ${place(state ?? null)})) as bill
      where ${keyset.where(place)} ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<BillRow[]>(sql, values), billOf));
  }
}

/** Customers who are the same to the tax are computed once. */
function previewOf(run: InvoiceRun, seller: Seller, customers: readonly Chosen[]): InvoiceRunPreview {
  const outcomes = new Map<string, Outcome>();
  let total = Money.zero(seller.currency);
  const sample: InvoiceRunPreview['sample'] = [];
  const problems: InvoiceRunPreview['problems'] = [];
  for (const customer of customers) {
    const { id: customerId, name: customerName, standing, stateCode, gstin } = customer;
    const key = JSON.stringify([standing, stateCode, gstin]);
    const outcome = outcomes.get(key) ?? outcomeOf(run, seller, customer);
    outcomes.set(key, outcome);
    if ('reason' in outcome) problems.push({ customerId, customerName, reason: outcome.reason });
    else {
      total = total.add(outcome.total);
      if (sample.length < shown.sample)
        sample.push({ customerId, customerName, total: outcome.total.toJSON() });
    }
  }
  return {
    ...{ currency: seller.currency, bills: customers.length - problems.length, total: total.toJSON() },
    ...{ sample, problems: problems.slice(0, shown.problems), problemCount: problems.length },
  };
}

type Outcome = { readonly total: Money } | { readonly reason: string };

function outcomeOf(run: InvoiceRun, seller: Seller, buyer: Chosen): Outcome {
  const sale = { on: PlainDate.parse(run.on), content: run.content, seller, buyer };
  try {
    const total = Money.parse(taxed(sale).totals.total, seller.currency);
    if (run.makes === 'issued') {
      if (total.isZero) throw new InvoiceOfNothing();
      checkPaper(sale);
    }
    return { total };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { reason: error.message };
  }
}

function toDto({ createdAt, updatedAt, ...run }: RunRow): InvoiceRunDto {
  return { ...run, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function billOf({ customerId, customerName, state, failure, invoice }: BillRow): RunBillDto {
  return { customerId, customerName, state, failure, invoice };
}

const runSql = `
  select run.id, run.company_id as "companyId", run.name, makes, run.state, dated_on::text as "on", due_on::text as "dueOn",
    company.currency, run.version, run.created_at as "createdAt", run.updated_at as "updatedAt", bills.*
  from invoice_run as run
    join company on company.organization_id = run.organization_id and company.id = run.company_id
    cross join lateral (
      select count(*) filter (where bill.state = 'waiting')::int as waiting,
        count(*) filter (where bill.state = 'made')::int as made,
        count(*) filter (where bill.state = 'failed')::int as failed,
        coalesce(sum(invoice.total), 0)::numeric(18, 2)::text as total
      from invoice_run_bill as bill
        left join invoice on invoice.organization_id = bill.organization_id and invoice.id = invoice_id
      where bill.organization_id = run.organization_id and run_id = run.id) as bills
  where run.organization_id = $1 and run.company_id = $2`;

const billSql = `
  select customer_id as id, customer_id as "customerId", customer.name as "customerName", bill.state, place,
    case when failure_code is not null
      then json_build_object('code', failure_code, 'reason', failure_reason) end as failure,
    case when invoice_id is not null then (
      select json_build_object('id', invoice.id, 'number', number, 'state', invoice.state, 'total', total::text)
      from invoice where invoice.organization_id = bill.organization_id and invoice.id = invoice_id) end as invoice
  from invoice_run_bill as bill
    join customer on customer.organization_id = bill.organization_id and customer.id = customer_id`;
