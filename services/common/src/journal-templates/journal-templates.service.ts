import {
  type CreateJournalTemplate,
  type CreateManualJournal,
  MakeRecurringJournals,
} from '@dhanman/contracts';
import { Clock, type Id, instantAt, newId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound } from '@dhanman/platform';
import { dropSchedule, remind } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalService } from '../ledger/journal.service.js';
import { objectionsTo } from '../manual-journals/manual-entry.js';
import { JournalNotPostable } from '../manual-journals/manual-journal-errors.js';
import { approvalsFor, ManualJournal } from '../manual-journals/manual-journal.js';
import { ManualJournalsService, mayApprove } from '../manual-journals/manual-journals.service.js';
import { ownApproval } from '../manual-journals/own-approval.service.js';
import { JournalTemplate, type JournalTemplateId } from './journal-template.js';
import { JournalTemplateTable } from './journal-template.table.js';

/** Years of missed days are made up for in several turns. */
const mostAtOnce = 25;

/** When the journals of a day are made, on the clocks of the company: before anybody looks at the books. */
const at = '03:00';

@Injectable()
export class JournalTemplatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly journal: JournalService,
    private readonly journals: ManualJournalsService,
  ) {}

  async create(actor: Actor, written: CreateJournalTemplate): Promise<JournalTemplate> {
    return this.db.transaction(actor, async (tx) => {
      const { currency } = await companyOf(tx, scopeOf(actor));
      const identity = actor.key(newId<'JournalTemplate'>());
      return add(tx, JournalTemplateTable, JournalTemplate.write(identity, written, currency, actor.userId));
    });
  }

  async replace(actor: Actor, id: JournalTemplateId, version: number, written: CreateJournalTemplate) {
    return this.turn(actor, id, version, (template) => template.replaced(written, actor.userId));
  }

  /** What recurs is approved once for all its dates, by as many people as one of its journals would need. */
  async approve(actor: Actor, id: JournalTemplateId, version: number): Promise<JournalTemplate> {
    const now = this.clock.now().toISOString();
    return this.turn(actor, id, version, async (template, tx) => {
      mayApprove(actor, template.total);
      const { secondApprovalAbove } = await companyOf(tx, scopeOf(actor));
      const needed = approvalsFor(template, secondApprovalAbove);
      const mayBeAuthor = await ownApproval(tx, actor, 'dhanman.common.journal.approve', template);
      const approved = template.approvedBy({ by: actor.userId, at: now }, needed, mayBeAuthor);
      await this.checkLines(tx, approved);
      return approved;
    });
  }

  async pause(actor: Actor, id: JournalTemplateId, version: number): Promise<JournalTemplate> {
    return this.turn(actor, id, version, (template) => template.paused());
  }

  async resume(actor: Actor, id: JournalTemplateId, version: number): Promise<JournalTemplate> {
    return this.turn(actor, id, version, async (template, tx) => {
      const { timeZone } = await companyOf(tx, scopeOf(actor));
      return template.resumed(PlainDate.at(this.clock.now(), timeZone));
    });
  }

  async discard(actor: Actor, id: JournalTemplateId, version: number): Promise<JournalTemplate> {
    return this.turn(actor, id, version, (template) => template.discarded());
  }

  /**
   * Makes the journals whose dates have come, each in the books with its date counted, all or nothing: whoever is killed
   * in the middle has made none, and who comes at the same time waits for the row of the template and finds them counted.
   */
  async makeDue(tx: EntityManager, scope: CompanyScope, id: JournalTemplateId): Promise<void> {
    const company = await companyOf(tx, scope);
    const today = PlainDate.at(this.clock.now(), company.timeZone);
    const key = { organizationId: scope.organizationId, id };
    const template = await change(tx, JournalTemplateTable, key, async (current) => {
      const { journals, next } = current.due(today, mostAtOnce);
      for (const { written } of journals)
        await this.journals.addApproved(tx, scope, madeOf(current, written));
      return next;
    });
    await expectNext(tx, template, company);
  }

  /** A closed month is for its day to find out; an account that is not there never will be. */
  private async checkLines(tx: EntityManager, template: JournalTemplate): Promise<void> {
    const { organizationId, companyId, recurrence, narration, lines } = template;
    const written = { on: recurrence?.startsOn ?? '', narration, lines: [...lines] };
    const { books } = await this.journal.lock(tx, { organizationId, companyId });
    const objections = objectionsTo(madeOf(template, written), books).filter(({ field = '' }) =>
      field.startsWith('lines'),
    );
    if (objections.length > 0) throw new JournalNotPostable(objections);
  }

  private async turn(
    actor: Actor,
    id: JournalTemplateId,
    version: number,
    next: (template: JournalTemplate, tx: EntityManager) => JournalTemplate | Promise<JournalTemplate>,
  ): Promise<JournalTemplate> {
    return this.db.transaction(actor, async (tx) => {
      const template = await change(tx, JournalTemplateTable, actor.key(id), (current) =>
        next(atVersion(current, version), tx),
      );
      await expectNext(tx, template, await companyOf(tx, scopeOf(actor)));
      return template;
    });
  }
}

/** Its next date wakes it; one that is over, already at hand or not going on is asked for at once or not at all. */
async function expectNext(
  tx: EntityManager,
  { id, companyId, nextOn }: JournalTemplate,
  { timeZone }: Pick<CompanyRow, 'timeZone'>,
): Promise<void> {
  const which = { companyId, subject: id };
  if (!nextOn) return dropSchedule(tx, MakeRecurringJournals, which);
  await remind(tx, MakeRecurringJournals, { ...which, at: instantAt(nextOn, at, timeZone) });
}

interface CompanyRow {
  readonly currency: string;
  readonly timeZone: string;
  readonly secondApprovalAbove: string | null;
}

interface CompanyScope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

function scopeOf({ organizationId, company: companyId }: Actor): CompanyScope {
  return { organizationId, companyId };
}

function madeOf(template: JournalTemplate, written: CreateManualJournal): ManualJournal {
  const { organizationId, companyId, id: templateId } = template;
  const identity = { organizationId, companyId, id: newId<'ManualJournal'>() };
  return ManualJournal.recurring(identity, written, { ...template, templateId });
}

async function companyOf(
  tx: EntityManager,
  { organizationId, companyId }: CompanyScope,
): Promise<CompanyRow> {
  const [row] = await tx.query<CompanyRow[]>(
    `select currency, time_zone as "timeZone", second_approval_above as "secondApprovalAbove" from company
     where organization_id = $1 and id = $2`,
    [organizationId, companyId],
  );
  if (!row) throw new NotFound('company');
  return row;
}
