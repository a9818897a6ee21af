import type { InvoiceState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class InvoiceIssued extends DomainError {
  constructor(state: InvoiceState) {
    super('conflict', 'invoice-issued', `This invoice cannot be issued: it is ${state}.`);
  }
}

export class InvoiceNotDraft extends DomainError {
  constructor(state: InvoiceState) {
    const waits = state === 'submitted' || state === 'approved';
    const message = waits
      ? `This invoice is ${state}: withdraw it to change it.`
      : `Only a draft can be changed; this invoice is ${state}.`;
    super('conflict', 'invoice-not-draft', message);
  }
}

export class InvoiceDateTooEarly extends DomainError {
  constructor() {
    super('conflict', 'invoice-date-too-early', 'An invoice of this series has a later date already.', {
      field: 'on',
    });
  }
}

export class InvoiceDueBeforeDate extends DomainError {
  constructor() {
    super('invalid', 'invoice-due-before-date', 'The due date is before the date of the invoice.', {
      field: 'dueOn',
    });
  }
}

export class InvoiceOfNothing extends DomainError {
  constructor() {
    super('conflict', 'invoice-of-nothing', 'An invoice whose total is zero cannot be issued.');
  }
}

export class PaperOfUnissued extends DomainError {
  constructor() {
    super('conflict', 'paper-of-unissued', 'Only an issued invoice has a PDF: issue it first.');
  }
}
