import type {
  CreateJournalTemplate,
  CreateManualJournal,
  JournalRecurrence,
  JournalTemplateState,
  ManualJournalLine,
} from '@dhanman/contracts';
import {
  dateAt,
  datesFrom,
  type Id,
  isSameBeat,
  type Money,
  type PlainDate,
  placeNotBefore,
} from '@dhanman/kernel';
import {
  type Approval,
  includingApproval,
  includingWriter,
  linesTotal,
} from '../manual-journals/manual-journal.js';
import { reversalOf } from './journal-dates.js';
import {
  TemplateDoesNotRecur,
  TemplateEndsBeforeStart,
  TemplateStateWrong,
  TemplateUnbalanced,
} from './journal-template-errors.js';

export type JournalTemplateId = Id<'JournalTemplate'>;

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: JournalTemplateId;
}

interface Fields extends Identity {
  readonly name: string;
  readonly narration: string;
  readonly currency: string;
  readonly lines: readonly ManualJournalLine[];
  readonly total: string;
  readonly recurrence: JournalRecurrence | null;
  readonly state: JournalTemplateState;
  readonly writtenBy: readonly string[];
  readonly approvals: readonly Approval[];
  readonly nextPlace: number;
}

/** A journal of a date that has come. */
export interface DueJournal {
  readonly on: string;
  readonly written: CreateManualJournal;
}

/** What journals are begun from. One that recurs posts by itself, so that it is approved like a journal before it begins. */
export class JournalTemplate implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: JournalTemplateId;
  declare readonly name: string;
  declare readonly narration: string;
  declare readonly currency: string;
  declare readonly lines: readonly ManualJournalLine[];
  declare readonly total: string;
  declare readonly recurrence: JournalRecurrence | null;
  declare readonly state: JournalTemplateState;
  declare readonly writtenBy: readonly string[];
  declare readonly approvals: readonly Approval[];
  /** The place of its next date: those before it have had their journal, or fell into a pause. */
  declare readonly nextPlace: number;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static write(
    identity: Identity,
    written: CreateJournalTemplate,
    currency: string,
    by: string,
  ): JournalTemplate {
    const content = contentOf(written, currency);
    return new JournalTemplate({
      ...{ ...identity, ...content, currency, state: 'draft', writtenBy: [by], approvals: [], nextPlace: 0 },
    });
  }

  /** Nothing that others approved is left; dates that have had their journal do not get a second one. */
  replaced(written: CreateJournalTemplate, by: string): JournalTemplate {
    if (this.state === 'discarded') throw new TemplateStateWrong(this.state, 'another');
    const content = contentOf(written, this.currency);
    const isSameRhythm = isSameBeat(content.recurrence ?? undefined, this.recurrence ?? undefined);
    const writtenBy = includingWriter(this.writtenBy, by);
    const nextPlace = isSameRhythm ? this.nextPlace : 0;
    return this.with({ ...content, state: 'draft', writtenBy, approvals: [], nextPlace });
  }

  approvedBy(approval: Approval, needed: number, mayBeAuthor = false): JournalTemplate {
    this.mustBe('draft');
    if (!this.recurrence) throw new TemplateDoesNotRecur();
    const approvals = includingApproval(this, approval, mayBeAuthor && needed === 1);
    return this.with({ approvals, state: approvals.length >= needed ? 'active' : 'draft' }).orFinished();
  }

  paused(): JournalTemplate {
    this.mustBe('active');
    return this.with({ state: 'paused' });
  }

  resumed(today: PlainDate): JournalTemplate {
    this.mustBe('paused');
    if (!this.recurrence) throw new TemplateDoesNotRecur();
    const nextPlace = placeNotBefore(this.recurrence, today, this.nextPlace);
    return this.with({ state: 'active', nextPlace }).orFinished();
  }

  discarded(): JournalTemplate {
    return this.state === 'discarded' ? this : this.with({ state: 'discarded' });
  }

  /** The journals whose dates have come, and the template without them. */
  due(
    today: PlainDate,
    most: number,
  ): { readonly journals: readonly DueJournal[]; readonly next: JournalTemplate } {
    const { recurrence } = this;
    if (this.state !== 'active' || !recurrence) return { journals: [], next: this };
    const dates = datesFrom(recurrence, this.nextPlace, most).filter((date) => !date.isAfter(today));
    const nextPlace = this.nextPlace + dates.length;
    const next = dates.length === 0 ? this : this.with({ nextPlace }).orFinished();
    return { journals: dates.map((date) => this.journalOf(date, recurrence)), next };
  }

  /** The date that comes next, while it recurs. */
  get nextOn(): PlainDate | undefined {
    return this.state === 'active' && this.recurrence ? dateAt(this.recurrence, this.nextPlace) : undefined;
  }

  private journalOf(date: PlainDate, recurrence: JournalRecurrence): DueJournal {
    const reverseOn = reversalOf(recurrence, date)?.toString();
    const on = date.toString();
    const { narration, lines } = this;
    const written = { on, narration, lines: [...lines], ...(reverseOn !== undefined && { reverseOn }) };
    return { on, written };
  }

  private orFinished(): JournalTemplate {
    const isOver = this.state === 'active' && this.nextOn === undefined;
    return isOver ? this.with({ state: 'finished' }) : this;
  }

  private mustBe(state: JournalTemplateState): void {
    if (this.state !== state) throw new TemplateStateWrong(this.state, `a ${state}`);
  }

  private with(changes: Partial<Fields>): JournalTemplate {
    return new JournalTemplate({ ...this, ...changes });
  }
}

function contentOf({ name, narration, lines, recurrence }: CreateJournalTemplate, currency: string) {
  const [debits, credits] = [linesTotal(lines, 'debit', currency), linesTotal(lines, 'credit', currency)];
  if (recurrence) checkRecurring(recurrence, debits, credits);
  const texts = { name: name.trim(), narration: narration.trim() };
  return { ...texts, lines, total: debits.toJSON(), recurrence: recurrence ?? null };
}

function checkRecurring({ startsOn, endsOn }: JournalRecurrence, debits: Money, credits: Money): void {
  if (endsOn !== undefined && endsOn < startsOn) throw new TemplateEndsBeforeStart();
  if (!debits.equals(credits)) throw new TemplateUnbalanced();
}
