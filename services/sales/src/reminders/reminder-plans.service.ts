import type { PreviewReminder, ReminderPlan as Wanted, ReminderPreview } from '@dhanman/contracts';
import { Clock, parseId } from '@dhanman/kernel';
import { type Actor, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { companyDay } from '../directory/company-day.service.js';
import { NothingOpen } from './reminder.js';
import { caseOf, firstOpenCase } from './reminder-case.queries.js';
import { type ReminderPlan, toDto } from './reminder-plan.js';
import { ReminderPlanTable } from './reminder-plan.table.js';
import { filledIn } from './reminder-words.js';
import { usualPlan } from './usual-plan.js';

@Injectable()
export class ReminderPlansService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<Wanted> {
    const key = { organizationId: actor.organizationId, id: actor.company };
    const plan = await this.db.read(actor, (tx) => tx.findOneBy(ReminderPlanTable, key));
    return plan ? toDto(plan) : usualPlan;
  }

  async set(actor: Actor, wanted: Wanted): Promise<ReminderPlan> {
    const { organizationId, company: companyId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const today = await companyDay(tx, this.clock, { organizationId, companyId });
      // Nothing said first, so that the trail of changes shows what was said and not that a row was made.
      await tx.query(
        `insert into reminder_plan (organization_id, company_id, id) values ($1, $2, $2) on conflict do nothing`,
        [organizationId, companyId],
      );
      const key = { organizationId, id: companyId };
      return change(tx, ReminderPlanTable, key, (current) => current.replaced(wanted, today));
    });
  }

  /** What the words would say on the day of their stage, of an invoice that there is. */
  async preview(actor: Actor, { days, words, invoiceId }: PreviewReminder): Promise<ReminderPreview> {
    const company = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.read(actor, async (tx) => {
      const of =
        invoiceId === undefined
          ? await firstOpenCase(tx, company)
          : await caseOf(tx, { ...company, invoiceId: parseId(invoiceId) });
      if (!of && invoiceId !== undefined) throw new NotFound('invoice');
      if (!of) throw new NothingOpen();
      const letter = filledIn(words, of, of.dueOn.addDays(days));
      return { invoiceId: of.invoiceId, invoiceNumber: of.number, customerName: of.customer, ...letter };
    });
  }
}
