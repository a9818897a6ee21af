import { type CreateRecurringInvoice, MakeRecurringInvoice } from '@dhanman/contracts';
import { Clock, DomainError, type Id, instantAt, newId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { dropSchedule, remind } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { companyDay, timeZoneOf } from '../directory/company-day.service.js';
import { mayMake, withoutRequest } from '../invoices/invoice-maker.service.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { RecurringInvoice, type RecurringInvoiceId } from './recurring-invoice.js';
import { RecurringInvoiceTable } from './recurring-invoice.table.js';
import { type PeriodOf, RecurringPeriod } from './recurring-period.js';
import { RecurringPeriodTable } from './recurring-period.table.js';

/** When the invoices of a day are made, on the clocks of the company. */
const at = '06:00';

interface CompanyScope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

/** Whether this transaction is the one that does it. */
type Begin = (tx: EntityManager) => Promise<boolean>;

@Injectable()
export class RecurringInvoicesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly invoices: InvoicesService,
  ) {}

  async create(actor: Actor, written: CreateRecurringInvoice): Promise<RecurringInvoice> {
    mayMake(actor, written.makes);
    return this.db.transaction(actor, async (tx) => {
      const identity = actor.key(newId<'RecurringInvoice'>());
      const recurring = RecurringInvoice.write(identity, written, actor.userId);
      await expectNext(tx, recurring);
      return add(tx, RecurringInvoiceTable, recurring);
    });
  }

  async replace(actor: Actor, id: RecurringInvoiceId, version: number, written: CreateRecurringInvoice) {
    mayMake(actor, written.makes);
    return this.turn(actor, id, version, (recurring) => recurring.replaced(written, actor.userId));
  }

  async pause(actor: Actor, id: RecurringInvoiceId, version: number): Promise<RecurringInvoice> {
    return this.turn(actor, id, version, (recurring) => recurring.paused());
  }

  async resume(actor: Actor, id: RecurringInvoiceId, version: number): Promise<RecurringInvoice> {
    return this.turn(actor, id, version, async (recurring, tx) => {
      mayMake(actor, recurring.makes);
      return recurring.resumed(await companyDay(tx, this.clock, recurring));
    });
  }

  async discard(actor: Actor, id: RecurringInvoiceId, version: number): Promise<RecurringInvoice> {
    return this.turn(actor, id, version, (recurring) => recurring.discarded());
  }

  /** Makes what a date lacks, as it reads now; what is still in the way is said to whoever tries. */
  async retry(actor: Actor, id: RecurringInvoiceId, on: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const recurring = await change(tx, RecurringInvoiceTable, actor.key(id), (current) => current);
      mayMake(actor, recurring.makes);
      const { organizationId } = recurring;
      await change(tx, RecurringPeriodTable, { organizationId, recurringId: id, on }, async (period) => {
        period.mustHaveFailed();
        const made = await this.invoiceOf(tx, actor, recurring, PlainDate.parse(on));
        return period.mended(made.id);
      });
    });
  }

  /**
   * Gives the earliest date that has come its turn. The invoice, the row of its date, the count of dates and the end of the
   * job are one transaction: whoever is killed has made nothing, and who comes at the same time finds it counted. One that
   * breaks a rule leaves its reason instead, and the dates after it go on.
   */
  async makeNext(scope: CompanyScope, id: RecurringInvoiceId, begin: Begin): Promise<void> {
    const inOne = (outcome: Outcome): Promise<void> =>
      this.db.transaction(scope, async (tx) => {
        if (await begin(tx)) await this.giveTurn(tx, { ...scope, id }, outcome);
      });
    try {
      await inOne(async (tx, recurring, of) => {
        const actor = withoutRequest(recurring, recurring.writtenBy.at(-1) ?? '');
        const made = await this.invoiceOf(tx, actor, recurring, PlainDate.parse(of.on));
        return RecurringPeriod.made(of, made.id);
      });
    } catch (error) {
      if (!(error instanceof DomainError) || this.db.isOutage(error)) throw error;
      await inOne((_tx, _recurring, of) => Promise.resolve(RecurringPeriod.failed(of, error)));
    }
  }

  private async giveTurn(
    tx: EntityManager,
    key: CompanyScope & { readonly id: RecurringInvoiceId },
    outcome: Outcome,
  ): Promise<void> {
    const recurring = await change(tx, RecurringInvoiceTable, key, async (current) => {
      const on = current.due(await companyDay(tx, this.clock, key))?.toString();
      if (on === undefined) return current;
      const { organizationId, companyId, id: recurringId } = current;
      // A rhythm that was changed may come to a date a second time.
      if (!(await tx.existsBy(RecurringPeriodTable, { organizationId, recurringId, on }))) {
        const of = { organizationId, companyId, id: newId<'RecurringPeriod'>(), recurringId, on };
        await add(tx, RecurringPeriodTable, await outcome(tx, current, of));
      }
      return current.turned();
    });
    await expectNext(tx, recurring);
  }

  private async invoiceOf(tx: EntityManager, actor: Actor, recurring: RecurringInvoice, period: PlainDate) {
    const on = await companyDay(tx, this.clock, recurring);
    return this.invoices.addMade(tx, actor, recurring.invoiceOf(period, on), { makes: recurring.makes, on });
  }

  private async turn(
    actor: Actor,
    id: RecurringInvoiceId,
    version: number,
    next: (recurring: RecurringInvoice, tx: EntityManager) => RecurringInvoice | Promise<RecurringInvoice>,
  ): Promise<RecurringInvoice> {
    return this.db.transaction(actor, async (tx) => {
      const recurring = await change(tx, RecurringInvoiceTable, actor.key(id), (current) =>
        next(atVersion(current, version), tx),
      );
      await expectNext(tx, recurring);
      return recurring;
    });
  }
}

type Outcome = (tx: EntityManager, recurring: RecurringInvoice, of: PeriodOf) => Promise<RecurringPeriod>;

/** Its next date wakes it; one that has come already does so at once. */
async function expectNext(tx: EntityManager, recurring: RecurringInvoice): Promise<void> {
  const { id, companyId, nextOn } = recurring;
  const which = { companyId, subject: id };
  if (!nextOn) return dropSchedule(tx, MakeRecurringInvoice, which);
  const due = instantAt(nextOn, at, await timeZoneOf(tx, recurring));
  await remind(tx, MakeRecurringInvoice, { ...which, at: due });
}
