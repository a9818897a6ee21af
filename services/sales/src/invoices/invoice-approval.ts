import type { InvoiceState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export interface Approval {
  readonly by: string;
  readonly at: string;
}

export interface Return extends Approval {
  readonly reason: string;
}

export class InvoiceNotSubmitted extends DomainError {
  constructor(state: InvoiceState) {
    super('conflict', 'invoice-not-submitted', `This invoice does not wait for approval: it is ${state}.`);
  }
}

export class ApprovalNotAsked extends DomainError {
  constructor() {
    const message = 'This company issues invoices without approval: issue it, or set the levels first.';
    super('conflict', 'approval-not-asked', message);
  }
}

export class InvoiceNeedsApproval extends DomainError {
  constructor() {
    super(
      'conflict',
      'invoice-needs-approval',
      'This invoice needs approval before it is issued: submit it.',
    );
  }
}

export class ApproverWroteInvoice extends DomainError {
  constructor() {
    const message = 'You had a hand in this invoice: somebody else has to approve it.';
    super('forbidden', 'approver-wrote-invoice', message);
  }
}

export class InvoiceApprovedAlready extends DomainError {
  constructor() {
    const message = 'You have approved this invoice: the second approval is another’s.';
    super('conflict', 'invoice-approved-already', message);
  }
}

export class InvoiceApprovalAboveLimit extends DomainError {
  constructor(limit: string) {
    const message = `Your role approves up to ${limit}: somebody with a higher limit has to approve this invoice.`;
    super('forbidden', 'invoice-approval-above-limit', message, { details: { limit } });
  }
}

export class InvoiceChangedSinceApproval extends DomainError {
  constructor(approved: string, now: string) {
    const message = `It was approved for ${approved}; on this date it comes to ${now}. Withdraw it and ask again.`;
    super('conflict', 'invoice-changed-since-approval', message, { field: 'on', details: { approved, now } });
  }
}
