import type { PaperLanguage, ReminderSkip, ReminderState, ReminderWords } from '@dhanman/contracts';
import { DomainError, type Id, PlainDate } from '@dhanman/kernel';
import type { InvoiceId } from '../invoices/invoice.js';
import { beginning, ending, type Outcome } from '../mails/mail-attempt.js';
import type { Stage, StageId } from './reminder-plan.js';

export type ReminderId = Id<'Reminder'>;

export class NothingToRemindOf extends DomainError {
  constructor() {
    super(
      'conflict',
      'nothing-to-remind-of',
      'Nothing is owed for this invoice: there is nothing to remind of.',
    );
  }
}

export class RemindedWithoutAddress extends DomainError {
  constructor() {
    const message = 'The customer has no e-mail address: enter one on the page of the customer.';
    super('conflict', 'reminded-without-address', message);
  }
}

export class NoReminderWords extends DomainError {
  constructor() {
    const message = 'There are no words to remind with: save a reminder plan in the settings of Sales.';
    super('conflict', 'no-reminder-words', message);
  }
}

export class NothingOpen extends DomainError {
  constructor() {
    const message = 'No invoice is open: issue one to see what its reminder would say.';
    super('conflict', 'nothing-open', message);
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: ReminderId;
  readonly invoiceId: InvoiceId;
}

interface Details {
  readonly stageId: StageId;
  readonly days: number;
  readonly on: string;
  readonly language: PaperLanguage;
  readonly askedBy: string | null;
  readonly recipient: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly state: ReminderState;
  readonly skippedBecause: ReminderSkip | null;
  readonly reason: string | null;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
}

interface Asked {
  readonly on: PlainDate;
  readonly language: PaperLanguage;
  /** Null where the daily work came upon it. */
  readonly askedBy: string | null;
}

/** To whom a reminder goes, in its own words. */
export interface Addressed extends ReminderWords {
  readonly recipient: string;
}

/** One reminder of one invoice. Its stage is dealt with once; a person may remind besides. */
export class Reminder implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: ReminderId;
  declare readonly invoiceId: InvoiceId;
  declare readonly stageId: StageId;
  declare readonly days: number;
  /** The day it was asked for, where the company is. */
  declare readonly on: string;
  declare readonly language: PaperLanguage;
  declare readonly askedBy: string | null;
  /** What was sent is kept from the moment it was; until then it may still change. */
  declare readonly recipient: string | null;
  declare readonly subject: string | null;
  declare readonly text: string | null;
  declare readonly state: ReminderState;
  declare readonly skippedBecause: ReminderSkip | null;
  declare readonly reason: string | null;
  declare readonly begunAt: Date | null;
  declare readonly endedAt: Date | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Identity & Details) {
    Object.assign(this, fields);
  }

  static asked(identity: Identity, { id: stageId, days }: Stage, { on, language, askedBy }: Asked): Reminder {
    return new Reminder({
      ...{ ...identity, stageId, days, on: on.toString(), language, askedBy },
      ...{ recipient: null, subject: null, text: null, state: 'waiting', skippedBecause: null },
      ...{ reason: null, begunAt: null, endedAt: null },
    });
  }

  get day(): PlainDate {
    return PlainDate.parse(this.on);
  }

  get isByHand(): boolean {
    return this.askedBy !== null;
  }

  begun(letter: Addressed, at: Date): Reminder {
    if (this.state !== 'waiting') return this.foundBegun(at);
    const { recipient, subject, text } = letter;
    return new Reminder({ ...this, ...beginning(this, at), recipient, subject, text });
  }

  /** What may have gone out stays as it was written. */
  foundBegun(at: Date): Reminder {
    const begun = this.state === 'waiting' ? undefined : beginning(this, at);
    return begun ? new Reminder({ ...this, ...begun }) : this;
  }

  skipped(skippedBecause: ReminderSkip, at: Date): Reminder {
    return this.state === 'waiting'
      ? new Reminder({ ...this, state: 'skipped', skippedBecause, endedAt: at })
      : this;
  }

  ended(outcome: Outcome): Reminder {
    const ended = ending(this, outcome);
    return ended ? new Reminder({ ...this, ...ended }) : this;
  }
}
