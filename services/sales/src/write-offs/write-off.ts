import type { UndoWriteOff } from '@dhanman/contracts';
import { DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';
import type { Invoice, InvoiceId } from '../invoices/invoice.js';
import { DocumentUndone } from '../settlement/taking-back.js';

export type WriteOffId = Id<'WriteOff'>;

export class InvoiceNotInBooks extends DomainError {
  constructor() {
    const message =
      'Only an invoice that stands in the books can be written off: not a draft, nor one that waits for the ledger, ' +
      'was refused or is cancelled.';
    super('conflict', 'invoice-not-in-books', message, { field: 'invoiceId' });
  }
}

export class WriteOffAboveOpen extends DomainError {
  constructor(open: Money) {
    const message = `Only ${open.toJSON()} of this invoice is open: write off that much or less.`;
    super('conflict', 'write-off-above-open', message, { field: 'amount', details: { left: open.toJSON() } });
  }
}

export class WriteOffBeforeInvoice extends DomainError {
  constructor(on: string) {
    const message = `The invoice is dated ${on}: it cannot be written off before.`;
    super('conflict', 'write-off-before-invoice', message, { field: 'on', details: { on } });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: WriteOffId;
}

interface Fields extends Identity {
  readonly customerId: Id;
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly on: string;
  readonly reason: string;
  readonly currency: string;
  readonly amount: string;
  readonly undone: UndoWriteOff['how'] | null;
  readonly undoneOn: string | null;
  readonly undoneReason: string | null;
}

interface Entered {
  readonly on: PlainDate;
  readonly amount: string;
  readonly reason: string;
}

/**
 * What will never be paid of an invoice. It settles the invoice as money does, through a credit that has its id; the tax
 * stays owed to the government, which knows no relief for bad debts.
 */
export class WriteOff implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: WriteOffId;
  declare readonly customerId: Id;
  declare readonly invoiceId: InvoiceId;
  declare readonly number: string;
  declare readonly on: string;
  declare readonly reason: string;
  declare readonly currency: string;
  declare readonly amount: string;
  declare readonly undone: Fields['undone'];
  declare readonly undoneOn: string | null;
  declare readonly undoneReason: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  /**
   * Of an invoice that is locked, so that what is open of it stays open until the transaction ends; without a number,
   * which is given last.
   */
  static of(invoice: Invoice, identity: Identity, { on, reason, ...entered }: Entered): WriteOff {
    const { customerId, id: invoiceId, currency, total, settled } = invoice;
    if (invoice.state !== 'posted' || !invoice.stands) throw new InvoiceNotInBooks();
    mustFollow(invoice, on);
    const amount = Money.parse(entered.amount, currency);
    const open = Money.parse(total, currency).subtract(Money.parse(settled, currency));
    if (amount.compare(open) > 0) throw new WriteOffAboveOpen(open);
    return new WriteOff({
      ...{ ...identity, customerId, invoiceId, number: '', on: on.toString(), reason: reason.trim() },
      ...{ currency, amount: amount.toJSON(), undone: null, undoneOn: null, undoneReason: null },
    });
  }

  numbered(number: string): WriteOff {
    return new WriteOff({ ...this, number });
  }

  /** Another day, for one that the ledger refused. */
  corrected(invoice: Invoice, on: PlainDate): WriteOff {
    if (this.undone !== null) throw new DocumentUndone('write-off');
    mustFollow(invoice, on);
    return new WriteOff({ ...this, on: on.toString() });
  }

  undo({ how, on, reason }: UndoWriteOff): WriteOff {
    if (this.undone !== null) throw new DocumentUndone('write-off');
    return new WriteOff({ ...this, undone: how, undoneOn: on, undoneReason: reason.trim() });
  }

  /** The ledger would not take it back. */
  standsAgain(): WriteOff {
    return new WriteOff({ ...this, undone: null, undoneOn: null, undoneReason: null });
  }
}

function mustFollow({ on: dated }: Invoice, on: PlainDate): void {
  if (on.isBefore(PlainDate.parse(dated))) throw new WriteOffBeforeInvoice(dated);
}
