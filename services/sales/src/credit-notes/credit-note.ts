import type { CreditedLineDto, CreditNoteDto, CreditNoteLine, ReplaceCreditNote } from '@dhanman/contracts';
import { type Id, Money, type PlainDate } from '@dhanman/kernel';
import type { InvoiceId } from '../invoices/invoice.js';
import type { Approval, Return } from '../invoices/invoice-approval.js';
import { DocumentUndone } from '../settlement/taking-back.js';
import {
  ApproverWroteCreditNote,
  CreditNoteApprovalNotAsked,
  CreditNoteApprovedAlready,
  CreditNoteChangedSinceApproval,
  CreditNoteIssued,
  CreditNoteNeedsApproval,
  CreditNoteNotDraft,
  CreditNoteNotIssued,
  CreditNoteNotSubmitted,
  CreditNoteOfNothing,
} from './credit-note-errors.js';

export type CreditNoteId = Id<'CreditNote'>;

/** What it amounts to, as it was computed: kept, so that it can be read again as it was. */
export interface Credited {
  readonly lines: readonly CreditedLineDto[];
  readonly totals: CreditNoteDto['totals'];
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: CreditNoteId;
  readonly customerId: Id;
  readonly invoiceId: InvoiceId;
  readonly currency: string;
}

interface Entered {
  readonly on: string;
  readonly reason: ReplaceCreditNote['reason'];
  readonly notes: string | null;
  /** Null for everything that is left. */
  readonly wanted: readonly CreditNoteLine[] | null;
}

interface Fields extends Identity, Entered {
  readonly credited: Credited;
  readonly total: string;
  readonly state: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued';
  readonly number: string | null;
  readonly writtenBy: readonly string[];
  readonly approvals: readonly Approval[];
  readonly approvalsNeeded: number | null;
  readonly returned: Return | null;
  readonly undone: 'reversed' | 'withdrawn' | null;
  readonly undoneOn: string | null;
  readonly undoneReason: string | null;
}

/** The customer owes less for an invoice. What it settled is told by its allocations, and where it stands by its posting. */
export class CreditNote implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: CreditNoteId;
  declare readonly customerId: Id;
  declare readonly invoiceId: InvoiceId;
  declare readonly currency: string;
  declare readonly on: string;
  declare readonly reason: Fields['reason'];
  declare readonly notes: string | null;
  declare readonly wanted: Fields['wanted'];
  declare readonly credited: Credited;
  declare readonly total: string;
  declare readonly state: Fields['state'];
  declare readonly number: string | null;
  declare readonly writtenBy: readonly string[];
  declare readonly approvals: readonly Approval[];
  declare readonly approvalsNeeded: number | null;
  declare readonly returned: Return | null;
  declare readonly undone: Fields['undone'];
  declare readonly undoneOn: string | null;
  declare readonly undoneReason: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static draft(identity: Identity, entered: Entered, credited: Credited, by: string): CreditNote {
    return new CreditNote({
      ...{ ...identity, ...entered, credited, total: credited.totals.total, state: 'draft', number: null },
      ...{ writtenBy: [by], approvals: [], approvalsNeeded: null, returned: null },
      ...{ undone: null, undoneOn: null, undoneReason: null },
    });
  }

  get amount(): Money {
    return Money.parse(this.total, this.currency);
  }

  replaced(entered: Entered, credited: Credited, by: string): CreditNote {
    this.mustBeDraft();
    const writtenBy = including(this.writtenBy, by);
    return this.with({ ...entered, credited, total: credited.totals.total, writtenBy });
  }

  discarded(): CreditNote {
    this.mustBeDraft();
    return this.with({ state: 'discarded' });
  }

  submitted(by: string, approvalsNeeded: number): CreditNote {
    this.mustBeDraft();
    if (approvalsNeeded === 0) throw new CreditNoteApprovalNotAsked();
    if (this.amount.isZero) throw new CreditNoteOfNothing();
    const writtenBy = including(this.writtenBy, by);
    return this.with({ state: 'submitted', approvalsNeeded, writtenBy, returned: null });
  }

  approvedBy({ by, at }: Approval): CreditNote {
    if (this.state !== 'submitted') throw new CreditNoteNotSubmitted(this.state);
    if (this.writtenBy.includes(by)) throw new ApproverWroteCreditNote();
    if (this.approvals.some((one) => one.by === by)) throw new CreditNoteApprovedAlready();
    const approvals = [...this.approvals, { by, at }];
    const isEnough = approvals.length >= (this.approvalsNeeded ?? 1);
    return this.with({ state: isEnough ? 'approved' : 'submitted', approvals });
  }

  withdrawn(): CreditNote {
    if (this.state !== 'submitted' && this.state !== 'approved') throw new CreditNoteNotSubmitted(this.state);
    return this.with({ state: 'draft', approvals: [], approvalsNeeded: null });
  }

  returnedBy({ by, at, reason }: Return): CreditNote {
    return this.withdrawn().with({ returned: { by, at, reason: reason.trim() } });
  }

  /** Only what needs no approval, or has it. */
  mustBeIssuable(approvalsNeeded: number): void {
    if (this.state === 'approved') return;
    if (this.state === 'submitted' || (this.state === 'draft' && approvalsNeeded > 0))
      throw new CreditNoteNeedsApproval();
    if (this.state !== 'draft') throw new CreditNoteIssued(this.state);
  }

  /** With what is left of the invoice now, which may be less than when the draft was written. */
  issue(number: string, on: PlainDate, credited: Credited): CreditNote {
    const { total } = credited.totals;
    if (this.state === 'approved' && total !== this.total)
      throw new CreditNoteChangedSinceApproval(this.total, total);
    if (Money.parse(total, this.currency).isZero) throw new CreditNoteOfNothing();
    return this.with({ state: 'issued', number, on: on.toString(), credited, total });
  }

  /** Another day for what the ledger refused, which has left nothing in the books. */
  datedOn(on: PlainDate): CreditNote {
    this.mustStand();
    return this.with({ on: on.toString() });
  }

  mustStand(): void {
    if (this.state !== 'issued') throw new CreditNoteNotIssued(this.state);
    if (this.undone !== null) throw new DocumentUndone('credit-note');
  }

  undo(how: 'reversed' | 'withdrawn', on: PlainDate, reason: string): CreditNote {
    this.mustStand();
    return this.with({ undone: how, undoneOn: on.toString(), undoneReason: reason.trim() });
  }

  /** The ledger would not take it back. */
  standsAgain(): CreditNote {
    return this.with({ undone: null, undoneOn: null, undoneReason: null });
  }

  private mustBeDraft(): void {
    if (this.state !== 'draft') throw new CreditNoteNotDraft(this.state);
  }

  private with(changes: Partial<Fields>): CreditNote {
    return new CreditNote({ ...this, ...changes });
  }
}

function including(people: readonly string[], one: string): readonly string[] {
  return people.includes(one) ? people : [...people, one];
}
