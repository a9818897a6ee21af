import type {
  CreateManualJournal,
  EntrySide,
  ManualJournalLine,
  ManualJournalState,
} from '@dhanman/contracts';
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
  /** Whoever looks at the journal or at its trail sees that nobody else looked at it. */
  readonly byAuthor?: true;
}

export interface Return {
  readonly by: string;
  readonly at: string;
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
  readonly voucher: string | null;
  readonly voucherYear: string | null;
  readonly templateId: Id | null;
  readonly templateOn: string | null;
}

/** Who answers for a journal that nobody wrote by hand, and whose it is. */
interface Recurring extends Pick<Fields, 'currency' | 'writtenBy' | 'approvals'> {
  readonly templateId: Id;
}

/**
 * An entry that people write. Nobody approves what they had a hand in, unless there is nobody else and the company allows it,
 * and the last approval posts it.
 */
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
  /** The number it had in the sheet that it was imported from, and the financial year in which that is unique. */
  declare readonly voucher: string | null;
  declare readonly voucherYear: string | null;
  /** The template that made it by itself, and for which of its dates. */
  declare readonly templateId: Id | null;
  declare readonly templateOn: string | null;
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
      ...{ voucher: null, voucherYear: null, templateId: null, templateOn: null },
    });
  }

  /** What recurs was approved once for all its dates, by the people who would have approved each. */
  static recurring(identity: Identity, written: CreateManualJournal, of: Recurring): ManualJournal {
    const { currency, writtenBy, approvals, templateId } = of;
    return ManualJournal.draft(identity, written, currency, '').with({
      ...{ state: 'submitted', writtenBy, approvals, approvalsNeeded: approvals.length },
      ...{ templateId, templateOn: written.on },
    });
  }

  get isApproved(): boolean {
    return this.approvalsNeeded !== null && this.approvals.length >= this.approvalsNeeded;
  }

  replaced(written: CreateManualJournal, by: string): ManualJournal {
    this.mustBeDraft();
    return this.with({
      ...contentOf(written, this.currency),
      writtenBy: includingWriter(this.writtenBy, by),
    });
  }

  submitted(by: string, secondApprovalAbove: string | null): ManualJournal {
    this.mustBeDraft();
    const approvalsNeeded = approvalsFor(this, secondApprovalAbove);
    const writtenBy = includingWriter(this.writtenBy, by);
    return this.with({ state: 'submitted', approvalsNeeded, writtenBy, returned: null });
  }

  withdrawn(): ManualJournal {
    this.mustBeSubmitted();
    return this.with({ state: 'draft', approvals: [], approvalsNeeded: null });
  }

  returnedBy({ by, at, reason }: Return): ManualJournal {
    return this.withdrawn().with({ returned: { by, at, reason: reason.trim() } });
  }

  approvedBy(approval: Approval, mayBeAuthor = false): ManualJournal {
    this.mustBeSubmitted();
    const mayAuthor = mayBeAuthor && this.approvalsNeeded === 1;
    return this.with({ approvals: includingApproval(this, approval, mayAuthor) });
  }

  asVoucher({ voucher, year }: { readonly voucher: string; readonly year: string }): ManualJournal {
    return this.with({ voucher, voucherYear: year });
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

  private with(changes: Partial<Fields>): ManualJournal {
    return new ManualJournal({ ...this, ...changes });
  }
}

export function approvalsFor(
  { total, currency }: Pick<ManualJournal, 'total' | 'currency'>,
  secondAbove: string | null,
): 1 | 2 {
  if (secondAbove === null) return 1;
  return Money.parse(total, currency).compare(Money.parse(secondAbove, currency)) > 0 ? 2 : 1;
}

/** Nobody approves twice, and authors only where they may. */
export function includingApproval(
  { writtenBy, approvals }: Pick<ManualJournal, 'writtenBy' | 'approvals'>,
  { by, at }: Approval,
  mayBeAuthor: boolean,
): readonly Approval[] {
  const isAuthor = writtenBy.includes(by);
  if (isAuthor && !mayBeAuthor) throw new ApproverWroteIt();
  if (approvals.some((one) => one.by === by)) throw new ApprovedAlready();
  return [...approvals, { by, at, ...(isAuthor && { byAuthor: true }) }];
}

export function includingWriter(people: readonly string[], one: string): readonly string[] {
  return people.includes(one) ? people : [...people, one];
}

function contentOf({ on, narration, reverseOn, lines }: CreateManualJournal, currency: string): Content {
  if (reverseOn !== undefined && reverseOn <= on) throw new ReversalNotLater();
  const total = linesTotal(lines, 'debit', currency);
  return { on, narration: narration.trim(), reverseOn: reverseOn ?? null, lines, total: total.toJSON() };
}

/** Of one side; amounts that the currency does not know are refused where they stand. */
export function linesTotal(lines: readonly ManualJournalLine[], side: EntrySide, currency: string): Money {
  const amounts = lines.map((line, index) => amountOf(line, index, currency));
  return Money.sum(
    amounts.filter((_, index) => lines[index]?.side === side),
    currency,
  );
}

function amountOf({ amount }: ManualJournalLine, index: number, currency: string): Money {
  const decimals = amount.split('.')[1]?.length ?? 0;
  if (decimals > currencyDecimals(currency)) throw new AmountTooFine(currency, index);
  return Money.parse(amount, currency);
}
