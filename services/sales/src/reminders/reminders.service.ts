import { SendReminder } from '@dhanman/contracts';
import { Clock, type Id, newId, type PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { companyDay } from '../directory/company-day.service.js';
import type { InvoiceId } from '../invoices/invoice.js';
import {
  NoReminderWords,
  NothingToRemindOf,
  RemindedWithoutAddress,
  Reminder,
  type ReminderId,
} from './reminder.js';
import { caseOf, type OpenCase, openCases, type ReminderCase } from './reminder-case.queries.js';
import type { ReminderPlan, Stage } from './reminder-plan.js';
import { whyNot } from './reminder-reasons.js';
import { ReminderPlanTable } from './reminder-plan.table.js';
import { ReminderTable } from './reminder.table.js';

interface Company {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly today: PlainDate;
}

/** Furthest from the due date that a stage may be. */
const most = { before: 30, after: 90 } as const;

@Injectable()
export class RemindersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** By hand, besides what the plan sends: each time a person asks for it. */
  async remind(actor: Actor, invoiceId: InvoiceId): Promise<ReminderId> {
    const company = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.transaction(actor, async (tx) => {
      const of = await remindable(tx, { ...company, invoiceId });
      const on = await companyDay(tx, this.clock, company);
      const plan = await tx.findOneBy(ReminderPlanTable, { ...company, id: actor.company });
      const stage = plan?.stageByHand(of.dueOn, on);
      if (!plan || !stage) throw new NoReminderWords();
      const identity = { ...actor.key(newId<'Reminder'>()), invoiceId };
      const asked = { on, language: plan.languageFor(of), askedBy: actor.userId };
      return this.owe(tx, Reminder.asked(identity, stage, asked));
    });
  }

  /** The part of the daily work: every stage that is reached and not dealt with, once, whoever comes first. */
  async remindOfWhatIsDue(tx: EntityManager): Promise<string> {
    const plans = await tx.findBy(ReminderPlanTable, { isActive: true });
    let count = 0;
    for (const plan of plans) count += await this.remindBy(tx, plan);
    return count === 0
      ? 'nobody to be reminded'
      : `reminded of ${count} ${count === 1 ? 'invoice' : 'invoices'}`;
  }

  private async remindBy(tx: EntityManager, plan: ReminderPlan): Promise<number> {
    const { organizationId, companyId } = plan;
    // Two who come at the same time take turns: the second finds the stages dealt with, and not a key in its way.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reminders of ' || $1, 0))`, [companyId]);
    const today = await companyDay(tx, this.clock, plan);
    const days = { from: today.addDays(-most.after), until: today.addDays(most.before) };
    const company = { organizationId, companyId, today };
    let count = 0;
    for (const open of await openCases(tx, company, days))
      count += await this.follow(tx, plan, company, open);
    return count;
  }

  private async follow(
    tx: EntityManager,
    plan: ReminderPlan,
    { organizationId, companyId, today }: Company,
    { of, dealtWith }: OpenCase,
  ): Promise<number> {
    const { invoiceId, dueOn } = of;
    const asked = { on: today, language: plan.languageFor(of), askedBy: null };
    const due = (stage: Stage): Reminder =>
      Reminder.asked({ organizationId, companyId, id: newId<'Reminder'>(), invoiceId }, stage, asked);
    const { send, passed } = plan.reached(dueOn, today, dealtWith);
    for (const stage of passed) await add(tx, ReminderTable, due(stage).skipped('passed', this.clock.now()));
    if (!send) return 0;
    await this.owe(tx, due(send));
    return 1;
  }

  /** The wish and the job that fulfils it, together. */
  private async owe(tx: EntityManager, reminder: Reminder): Promise<ReminderId> {
    await add(tx, ReminderTable, reminder);
    await publish(tx, SendReminder, { reminderId: reminder.id });
    return reminder.id;
  }
}

async function remindable(tx: EntityManager, asked: Parameters<typeof caseOf>[1]): Promise<ReminderCase> {
  const of = await caseOf(tx, asked);
  if (!of) throw new NotFound('invoice');
  const because = whyNot({ isByHand: true }, of, true);
  if (because === 'no-address') throw new RemindedWithoutAddress();
  if (because) throw new NothingToRemindOf();
  return of;
}
