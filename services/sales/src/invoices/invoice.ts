import type { CreateInvoice, InvoiceState, TaxQuoteDto } from '@dhanman/contracts';
import { type Id, Money, parseId, PlainDate } from '@dhanman/kernel';
import { usualTermDays } from '../settlement/payment.js';
import type { SaleContent } from '../tax/sale.js';
import {
  type Approval,
  ApprovalNotAsked,
  ApproverWroteInvoice,
  InvoiceApprovedAlready,
  InvoiceChangedSinceApproval,
  InvoiceNeedsApproval,
  InvoiceNotSubmitted,
  type Return,
} from './invoice-approval.js';
import { type Cancellation, mustBeCancellable } from './invoice-cancellation.js';
import { InvoiceDueBeforeDate, InvoiceIssued, InvoiceNotDraft, InvoiceOfNothing } from './invoice-errors.js';

export type InvoiceId = Id<'Invoice'>;

/** What the law made of the content: kept as it was computed, so that the paper can be printed again as it was. */
export type Taxed = Pick<TaxQuoteDto, 'lines' | 'totals'>;

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: InvoiceId;
}

interface Details {
  readonly customerId: Id;
  readonly on: string;
  readonly dueOn: string | null;
  readonly notes: string | null;
  readonly content: SaleContent;
  readonly taxed: Taxed;
  readonly currency: string;
  readonly total: string;
  readonly state: InvoiceState;
  readonly number: string | null;
  readonly postingVersion: number;
  readonly entryId: Id | null;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
  readonly writtenBy: readonly string[];
  readonly approvals: readonly Approval[];
  readonly approvalsNeeded: number | null;
  readonly returned: Return | null;
  readonly cancelledOn: string | null;
  readonly cancelReason: string | null;
  readonly cancelEntryId: Id | null;
}

/** A demand for payment. From issue on it keeps its number, and its amount is in the ledger or says why not. */
export class Invoice implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: InvoiceId;
  declare readonly customerId: Id;
  /** The date on the paper. */
  declare readonly on: string;
  declare readonly dueOn: string | null;
  declare readonly notes: string | null;
  declare readonly content: SaleContent;
  declare readonly taxed: Taxed;
  declare readonly currency: string;
  declare readonly total: string;
  /** Counted by the database: what allocations have paid of it. */
  declare readonly settled: string;
  /** What of that no money came for. */
  declare readonly writtenOff: string;
  declare readonly state: InvoiceState;
  declare readonly number: string | null;
  /** How often the ledger was asked; an answer to an earlier question says nothing about this one. */
  declare readonly postingVersion: number;
  declare readonly entryId: Id | null;
  declare readonly rejectionCode: string | null;
  declare readonly rejectionReason: string | null;
  /** Whoever had a hand in it: they do not approve it. */
  declare readonly writtenBy: readonly string[];
  declare readonly approvals: readonly Approval[];
  /** By the setting on the day it was submitted: changing the setting changes nothing that is under way. */
  declare readonly approvalsNeeded: number | null;
  declare readonly returned: Return | null;
  /** Stated when it is asked for; it stands until the ledger has agreed. */
  declare readonly cancelledOn: string | null;
  declare readonly cancelReason: string | null;
  declare readonly cancelEntryId: Id | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & Details) {
    Object.assign(this, fields);
  }

  static draft(identity: Identity, entered: Entered, quote: TaxQuoteDto, by: string): Invoice {
    return new Invoice({
      ...identity,
      ...contentOf(entered, quote),
      ...{ state: 'draft', number: null, postingVersion: 0, entryId: null },
      ...{ rejectionCode: null, rejectionReason: null },
      ...{ writtenBy: [by], approvals: [], approvalsNeeded: null, returned: null },
      ...{ cancelledOn: null, cancelReason: null, cancelEntryId: null },
    });
  }

  get amount(): Money {
    return Money.parse(this.total, this.currency);
  }

  /** It is owed, and may be settled or credited. */
  get stands(): boolean {
    return (this.state === 'issued' || this.state === 'posted') && this.cancelledOn === null;
  }

  get isNumbered(): boolean {
    return this.number !== null;
  }

  /** What another invoice for the same would be written from; its dates are its own. */
  toCopy(): CreateInvoice {
    const { customerId, notes, content } = this;
    return { ...content, customerId, ...(notes === null ? {} : { notes }) };
  }

  /** Everything a person entered is replaced together. */
  replaced(entered: Entered, quote: TaxQuoteDto, by: string): Invoice {
    this.mustBeDraft();
    return this.with({ ...contentOf(entered, quote), writtenBy: including(this.writtenBy, by) });
  }

  /** What never got a number may go; it stays among the discarded ones. */
  discarded(): Invoice {
    this.mustBeDraft();
    return this.with({ state: 'discarded' });
  }

  submitted(by: string, approvalsNeeded: number): Invoice {
    this.mustBeDraft();
    if (approvalsNeeded === 0) throw new ApprovalNotAsked();
    if (this.amount.isZero) throw new InvoiceOfNothing();
    const writtenBy = including(this.writtenBy, by);
    return this.with({ state: 'submitted', approvalsNeeded, writtenBy, returned: null });
  }

  approvedBy({ by, at }: Approval): Invoice {
    if (this.state !== 'submitted') throw new InvoiceNotSubmitted(this.state);
    if (this.writtenBy.includes(by)) throw new ApproverWroteInvoice();
    if (this.approvals.some((one) => one.by === by)) throw new InvoiceApprovedAlready();
    const approvals = [...this.approvals, { by, at }];
    const isEnough = approvals.length >= (this.approvalsNeeded ?? 1);
    return this.with({ state: isEnough ? 'approved' : 'submitted', approvals });
  }

  withdrawn(): Invoice {
    if (this.state !== 'submitted' && this.state !== 'approved') throw new InvoiceNotSubmitted(this.state);
    return this.with({ state: 'draft', approvals: [], approvalsNeeded: null });
  }

  returnedBy({ by, at, reason }: Return): Invoice {
    return this.withdrawn().with({ returned: { by, at, reason: reason.trim() } });
  }

  /** Only what needs no approval, or has it. */
  mustBeIssuable(approvalsNeeded: number): void {
    if (this.state === 'approved') return;
    if (this.state === 'submitted' || (this.state === 'draft' && approvalsNeeded > 0)) {
      throw new InvoiceNeedsApproval();
    }
    if (this.state !== 'draft') throw new InvoiceIssued(this.state);
  }

  /** With the law of the date it bears, which may have changed since the draft was written; due by the terms agreed. */
  issue(number: string, on: PlainDate, { lines, totals }: Taxed, termDays = usualTermDays): Invoice {
    this.mustBecomeIssued(on, totals.total);
    const dueOn = this.dueOn ?? on.addDays(termDays).toString();
    const issued = { state: 'issued', number, on: on.toString(), dueOn, postingVersion: 1 } as const;
    return this.with({ ...issued, taxed: { lines, totals }, total: totals.total });
  }

  /** Asks the ledger once more, under the same number, after the cause of its refusal is mended. */
  askAgain(): Invoice {
    if (this.state !== 'rejected') throw new InvoiceIssued(this.state);
    const asked = { postingVersion: this.postingVersion + 1, rejectionCode: null, rejectionReason: null };
    return this.with({ state: 'issued', ...asked });
  }

  /** The ledger has it. Said twice, or late, it changes nothing. */
  posted(postingVersion: number, entryId: Id): Invoice {
    return this.awaits(postingVersion) ? this.with({ state: 'posted', entryId }) : this;
  }

  rejected(postingVersion: number, rejectionCode: string, rejectionReason: string): Invoice {
    return this.awaits(postingVersion)
      ? this.with({ state: 'rejected', rejectionCode, rejectionReason })
      : this;
  }

  /** What the ledger has refused goes at once; what it has posted, when it has taken it back. */
  cancel({ on, reason }: Cancellation): Invoice {
    mustBeCancellable(this, on);
    const asked = { cancelledOn: on.toString(), cancelReason: reason.trim() };
    if (this.state === 'rejected') return this.with({ ...asked, state: 'cancelled' });
    return this.with({ ...asked, rejectionCode: null, rejectionReason: null });
  }

  cancelled(cancelEntryId: Id): Invoice {
    return this.isBeingCancelled ? this.with({ state: 'cancelled', cancelEntryId }) : this;
  }

  /** The ledger would not take it back. */
  standsAgain(rejectionCode: string, rejectionReason: string): Invoice {
    const kept = { cancelledOn: null, cancelReason: null, rejectionCode, rejectionReason };
    return this.isBeingCancelled ? this.with(kept) : this;
  }

  private get isBeingCancelled(): boolean {
    return this.state === 'posted' && this.cancelledOn !== null;
  }

  private mustBecomeIssued(on: PlainDate, total: string): void {
    if (this.state !== 'draft' && this.state !== 'approved') throw new InvoiceIssued(this.state);
    if (this.state === 'approved' && total !== this.total) {
      throw new InvoiceChangedSinceApproval(this.total, total);
    }
    if (Money.parse(total, this.currency).isZero) throw new InvoiceOfNothing();
    if (this.dueOn !== null && PlainDate.parse(this.dueOn).isBefore(on)) throw new InvoiceDueBeforeDate();
  }

  private mustBeDraft(): void {
    if (this.state !== 'draft') throw new InvoiceNotDraft(this.state);
  }

  private awaits(postingVersion: number): boolean {
    return this.state === 'issued' && postingVersion === this.postingVersion;
  }

  private with(changes: Partial<Details>): Invoice {
    return new Invoice({ ...this, ...changes });
  }
}

function including(people: readonly string[], one: string): readonly string[] {
  return people.includes(one) ? people : [...people, one];
}

/** What a person entered, with the date it is computed for. */
export interface Entered extends Omit<CreateInvoice, 'on'> {
  readonly on: string;
}

function contentOf(entered: Entered, { currency, lines, totals }: TaxQuoteDto) {
  const { customerId, on, dueOn = null, notes = null, ...content } = entered;
  if (dueOn !== null && PlainDate.parse(dueOn).isBefore(PlainDate.parse(on)))
    throw new InvoiceDueBeforeDate();
  return {
    ...{ customerId: parseId(customerId), on, dueOn, notes: notes?.trim() ?? null, content },
    ...{ taxed: { lines, totals }, currency, total: totals.total },
  };
}
