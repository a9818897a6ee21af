import { MakeRunBills, type StartInvoiceRun } from '@dhanman/contracts';
import { DomainError, type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, Logger, tell } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invoice } from '../invoices/invoice.js';
import { mayMake, withoutRequest } from '../invoices/invoice-maker.service.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { SaleCustomerUnknown } from '../tax/sale.js';
import { InvoiceRun, type InvoiceRunId, RunOfNobody, RunTooLarge } from './invoice-run.js';
import { InvoiceRunTable } from './invoice-run.table.js';
import {
  billFailed,
  billMade,
  chosenCustomers,
  mostBills,
  nextBills,
  planBills,
  type RunOf,
  waitAgain,
} from './run-bills.queries.js';

/** So many bills are one transaction: whoever else numbers an invoice waits for no more than these. */
const billsAtOnce = 50;

interface CompanyScope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

@Injectable()
export class InvoiceRunsService {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
    private readonly invoices: InvoicesService,
  ) {}

  /** Who is billed is settled now; the bills are made afterwards, a few at a time. */
  async start(actor: Actor, asked: StartInvoiceRun): Promise<InvoiceRun> {
    mayMake(actor, asked.makes);
    return this.db.transaction(actor, async (tx) => {
      const customers = await chosenCustomers(tx, actor, asked.customers);
      checkChosen(asked, customers.length);
      const started = InvoiceRun.start(actor.key(newId<'InvoiceRun'>()), asked, actor.userId);
      const run = await add(tx, InvoiceRunTable, started);
      await planBills(
        tx,
        run,
        customers.map(({ id }) => id),
      );
      await publish(tx, MakeRunBills, { runId: run.id });
      return run;
    });
  }

  /** What is made stays; what waits is left. */
  async cancel(actor: Actor, id: InvoiceRunId, version: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await change(tx, InvoiceRunTable, actor.key(id), (run) => atVersion(run, version).cancelled());
    });
  }

  /** Makes what is missing: what failed, and what was left when it was cancelled. */
  async retry(actor: Actor, id: InvoiceRunId, on: string | undefined): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const run = await change(tx, InvoiceRunTable, actor.key(id), (current) => current.goingOn(on));
      mayMake(actor, run.makes);
      await waitAgain(tx, run);
      await publish(tx, MakeRunBills, { runId: run.id });
    });
  }

  /**
   * The next bills, their numbers, their papers, what the ledger is asked, the end of the job and the job of the bills after
   * them are one transaction: whoever is killed has made none of these, and whoever comes next begins with them.
   */
  async makeBills(
    scope: CompanyScope,
    id: InvoiceRunId,
    begin: (tx: EntityManager) => Promise<boolean>,
  ): Promise<void> {
    await this.db.transaction(
      scope,
      async (tx) => {
        if (await begin(tx)) await this.makeNext(tx, { ...scope, id });
      },
      { timeoutMs: 60_000 },
    );
  }

  /** Two who come at the same time take turns; the row of the run is left to whoever wants to cancel it. */
  private async makeNext(tx: EntityManager, key: RunOf): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key.id]);
    const run = await tx.findOneBy(InvoiceRunTable, { ...key });
    if (run?.isRunning !== true) return;
    const customers = await nextBills(tx, run, billsAtOnce + 1);
    const isLast = customers.length <= billsAtOnce;
    if (!isLast) await publish(tx, MakeRunBills, { runId: run.id });
    for (const customerId of customers.slice(0, billsAtOnce)) await this.bill(tx, run, customerId);
    if (isLast) await change(tx, InvoiceRunTable, { ...key }, (current) => current.finished());
    // How far it is stands in its bills, which are written many at a time.
    else tell(tx, [{ ...key, entity: 'invoice-run', version: run.version }]);
  }

  /** One that cannot be made takes back its own number and nothing of the others. */
  private async bill(tx: EntityManager, run: InvoiceRun, customerId: Id): Promise<void> {
    await tx.query('savepoint bill');
    try {
      const { id } = await this.invoiceOf(tx, run, customerId);
      await billMade(tx, run, customerId, id);
    } catch (error) {
      // Nobody's fault: all of them are tried again.
      if (this.db.isOutage(error)) throw error;
      await tx.query('rollback to savepoint bill');
      await billFailed(tx, run, customerId, this.failureOf(error, run));
    }
    await tx.query('release savepoint bill');
  }

  private async invoiceOf(tx: EntityManager, run: InvoiceRun, customerId: Id): Promise<Invoice> {
    const actor = withoutRequest(run, run.startedBy);
    const made = { makes: run.makes, on: PlainDate.parse(run.on) };
    return this.invoices.addMade(tx, actor, run.billOf(customerId), made);
  }

  /** A broken rule speaks for itself; of a mistake of ours nothing leaves but that there was one. */
  private failureOf(error: unknown, { id }: RunOf): { readonly code: string; readonly reason: string } {
    if (error instanceof DomainError) return { code: error.code, reason: error.message };
    this.logger.error('a bill of a run could not be made', { error, runId: id });
    const reason = 'An unexpected error happened. It is recorded; please tell support of this run.';
    return { code: 'internal', reason };
  }
}

function checkChosen({ customers: { ids } }: StartInvoiceRun, found: number): void {
  if (found > mostBills) throw new RunTooLarge(mostBills);
  if (ids && new Set(ids.map((id) => parseId(id))).size > found) throw new SaleCustomerUnknown();
  if (found === 0) throw new RunOfNobody();
}
