import { DomainError } from '@dhanman/kernel';

export class CreditNoteNotDraft extends DomainError {
  constructor(state: string) {
    const waits = state === 'submitted' || state === 'approved';
    const message = waits
      ? `This credit note is ${state}: withdraw it to change it.`
      : `Only a draft can be changed; this credit note is ${state}.`;
    super('conflict', 'credit-note-not-draft', message);
  }
}

export class CreditNoteIssued extends DomainError {
  constructor(state: string) {
    super('conflict', 'credit-note-issued', `This credit note cannot be issued: it is ${state}.`);
  }
}

export class CreditNoteNotIssued extends DomainError {
  constructor(state: string) {
    const message = `Only an issued credit note is used or taken back; this one is ${state}.`;
    super('conflict', 'credit-note-not-issued', message);
  }
}

export class CreditNoteOfNothing extends DomainError {
  constructor() {
    const message = 'A credit note of zero is none: nothing of these lines is left of the invoice.';
    super('conflict', 'credit-note-of-nothing', message, { field: 'lines' });
  }
}

export class CreditNoteBeforeInvoice extends DomainError {
  constructor(on: string) {
    const message = `The invoice is dated ${on}: its credit note cannot be older.`;
    super('invalid', 'credit-note-before-invoice', message, { field: 'on', details: { on } });
  }
}

export class CreditNoteDateTooEarly extends DomainError {
  constructor() {
    const message = 'A credit note of this series has a later date already.';
    super('conflict', 'credit-note-date-too-early', message, { field: 'on' });
  }
}

export class InvoiceNotCreditable extends DomainError {
  constructor(state: string) {
    const message =
      state === 'posted'
        ? 'This invoice is being cancelled: there is nothing to credit then.'
        : `Only an issued invoice that the ledger has not refused can be credited; this one is ${state}.`;
    super('conflict', 'invoice-not-creditable', message, { field: 'invoiceId' });
  }
}

/** What was never paid would come back to the customer as money. */
export class InvoiceWrittenOff extends DomainError {
  constructor(amount: string) {
    const message = `${amount} of this invoice is written off: reverse that first, then credit it.`;
    super('conflict', 'invoice-written-off', message, { field: 'invoiceId', details: { amount } });
  }
}

export class CreditNoteChangedSinceApproval extends DomainError {
  constructor(approved: string, now: string) {
    const message = `It was approved for ${approved}; now it comes to ${now}. Withdraw it and ask again.`;
    super('conflict', 'credit-note-changed-since-approval', message);
  }
}

export class CreditNoteNotSubmitted extends DomainError {
  constructor(state: string) {
    const message = `This credit note does not wait for approval: it is ${state}.`;
    super('conflict', 'credit-note-not-submitted', message);
  }
}

export class CreditNoteApprovalNotAsked extends DomainError {
  constructor() {
    const message = 'This company issues such notes without approval: issue it, or set the levels first.';
    super('conflict', 'credit-note-approval-not-asked', message);
  }
}

export class CreditNoteNeedsApproval extends DomainError {
  constructor() {
    const message = 'This credit note needs approval before it is issued: submit it.';
    super('conflict', 'credit-note-needs-approval', message);
  }
}

export class ApproverWroteCreditNote extends DomainError {
  constructor() {
    const message = 'You had a hand in this credit note: somebody else has to approve it.';
    super('forbidden', 'approver-wrote-credit-note', message);
  }
}

export class CreditNoteApprovedAlready extends DomainError {
  constructor() {
    const message = 'You have approved this credit note: the second approval is another’s.';
    super('conflict', 'credit-note-approved-already', message);
  }
}

export class CreditNoteApprovalAboveLimit extends DomainError {
  constructor(limit: string) {
    const message = `Your role approves up to ${limit}: somebody with a higher limit has to approve this credit note.`;
    super('forbidden', 'credit-note-approval-above-limit', message, { details: { limit } });
  }
}
