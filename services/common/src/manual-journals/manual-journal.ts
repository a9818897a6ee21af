import type { CreateManualJournal, ManualJournalLine, ManualJournalState } from '@dhanman/contracts';
import { currencyDecimals, type Id, Money } from '@dhanman/kernel';
import {
  AmountTooFine,
  ApprovedAlready,
  ApproverWroteIt,
  JournalNotDraft,
  JournalNotSubmitted,
  ReversalNotLater,
} from './manual-journal-errors.js';

export type ManualJournalId = Id<'ManualJournal'>;

export interface Approval {
  readonly by: string;
  readonly at: string;
}

export interface Return extends Approval {
  readonly reason: string;
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: ManualJournalId;
}

interface Content {
  readonly on: string;
  readonly narration: string;
  readonly reverseOn: string | null;
  readonly lines: readonly ManualJournalLine[];
  readonly total: string;
}

interface Fields extends Identity, Content {
  readonly currency: string;
  readonly state: ManualJournalState;
  readonly writtenBy: readonly string[];
  readonly approvals: readonly Approval[];
  readonly approvalsNeeded: number | null;
  readonly returned: Return | null;
  readonly entryId: Id | null;
}

/** An entry that people write. Nobody approves what they had a hand in, and the last approval posts it. */
export class ManualJournal implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: ManualJournalId;
  declare readonly on: string;
  declare readonly narration: string;
  declare readonly reverseOn: string | null;
  declare readonly lines: readonly ManualJournalLine[];
  declare readonly total: string;
  declare readonly currency: string;
  declare readonly state: ManualJournalState;
  declare readonly writtenBy: readonly string[];
  declare readonly approvals: readonly Approval[];
  /** By the company's limit on the day of the submission: changing the limit changes nothing that is under way. */
  declare readonly approvalsNeeded: number | null;
  declare readonly returned: Return | null;
  declare readonly entryId: Id | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static draft(
    identity: Identity,
    written: CreateManualJournal,
    currency: string,
    by: string,
  ): ManualJournal {
    return new ManualJournal({
      ...{ ...identity, ...contentOf(written, currency), currency, state: 'draft', writtenBy: [by] },
      ...{ approvals: [], approvalsNeeded: null, returned: null, entryId: null },
    });
  }

  get isApproved(): boolean {
    return this.approvalsNeeded !== null && this.approvals.length >= this.approvalsNeeded;
  }

  replaced(written: CreateManualJournal, by: string): ManualJournal {
    this.mustBeDraft();
    return this.with({ ...contentOf(written, this.currency), writtenBy: including(this.writtenBy, by) });
  }

  submitted(by: string, secondApprovalAbove: string | null): ManualJournal {
    this.mustBeDraft();
    const approvalsNeeded = this.isAbove(secondApprovalAbove) ? 2 : 1;
    const writtenBy = including(this.writtenBy, by);
    return this.with({ state: 'submitted', approvalsNeeded, writtenBy, returned: null });
  }

  withdrawn(): ManualJournal {
    this.mustBeSubmitted();
    return this.with({ state: 'draft', approvals: [], approvalsNeeded: null });
  }

  returnedBy({ by, at, reason }: Return): ManualJournal {
    return this.withdrawn().with({ returned: { by, at, reason: reason.trim() } });
  }

  approvedBy({ by, at }: Approval): ManualJournal {
    this.mustBeSubmitted();
    if (this.writtenBy.includes(by)) throw new ApproverWroteIt();
    if (this.approvals.some((one) => one.by === by)) throw new ApprovedAlready();
    return this.with({ approvals: [...this.approvals, { by, at }] });
  }

  posted(entryId: Id): ManualJournal {
    return this.with({ state: 'posted', entryId });
  }

  discarded(): ManualJournal {
    this.mustBeDraft();
    return this.with({ state: 'discarded' });
  }

  mustBeDraft(): void {
    if (this.state !== 'draft') throw new JournalNotDraft(this.state);
  }

  private mustBeSubmitted(): void {
    if (this.state !== 'submitted') throw new JournalNotSubmitted(this.state);
  }

  private isAbove(limit: string | null): boolean {
    if (limit === null) return false;
    return Money.parse(this.total, this.currency).compare(Money.parse(limit, this.currency)) > 0;
  }

  private with(changes: Partial<Fields>): ManualJournal {
    return new ManualJournal({ ...this, ...changes });
  }
}

function including(people: readonly string[], one: string): readonly string[] {
  return people.includes(one) ? people : [...people, one];
}

function contentOf({ on, narration, reverseOn, lines }: CreateManualJournal, currency: string): Content {
  if (reverseOn !== undefined && reverseOn <= on) throw new ReversalNotLater();
  const amounts = lines.map((line, index) => amountOf(line, index, currency));
  const debits = amounts.filter((_, index) => lines[index]?.side === 'debit');
  const total = Money.sum(debits, currency);
  return { on, narration: narration.trim(), reverseOn: reverseOn ?? null, lines, total: total.toJSON() };
}

function amountOf({ amount }: ManualJournalLine, index: number, currency: string): Money {
  const decimals = amount.split('.')[1]?.length ?? 0;
  if (decimals > currencyDecimals(currency)) throw new AmountTooFine(currency, index);
  return Money.parse(amount, currency);
}
