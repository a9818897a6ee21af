import type { InvoiceState, TaxQuoteDto } from '@dhanman/contracts';
import { DomainError, Money, PlainDate } from '@dhanman/kernel';

export interface Cancellation {
  readonly on: PlainDate;
  readonly reason: string;
}

export class InvoiceNotCancellable extends DomainError {
  constructor(state: InvoiceState) {
    const message =
      state === 'issued'
        ? 'The ledger has not answered for this invoice yet: try again in a moment.'
        : `Only an invoice that has a number can be cancelled; this one is ${state}.`;
    super('conflict', 'invoice-not-cancellable', message);
  }
}

export class InvoiceCancelledAlready extends DomainError {
  constructor() {
    super('conflict', 'invoice-cancelled-already', 'This invoice is cancelled, or is being cancelled.');
  }
}

export class InvoiceSettled extends DomainError {
  constructor(settled: string) {
    const message = `${settled} of this invoice is settled: release its receipts and credit notes, and reverse its write-offs first.`;
    super('conflict', 'invoice-settled', message);
  }
}

export class InvoiceCredited extends DomainError {
  constructor(number: string) {
    const message = `${number} credits this invoice: take that back first.`;
    super('conflict', 'invoice-credited', message);
  }
}

export class InvoiceCancelledTooEarly extends DomainError {
  constructor(on: string) {
    const message = `It cannot be cancelled before ${on}: something of it was entered on that day.`;
    super('conflict', 'invoice-cancelled-too-early', message, { field: 'on', details: { on } });
  }
}

export class InvoiceCancelledTooLate extends DomainError {
  constructor() {
    const message =
      'A bill with tax is cancelled within its month, whose return tells its tax. Write a credit note for it instead.';
    super('conflict', 'invoice-cancelled-too-late', message, { field: 'on' });
  }
}

interface Cancellable {
  readonly state: InvoiceState;
  readonly on: string;
  readonly settled: string;
  readonly currency: string;
  readonly taxed: Pick<TaxQuoteDto, 'totals'>;
  readonly cancelledOn: string | null;
}

/** Nothing of it may be paid, and its tax must not have gone into a return without it. */
export function mustBeCancellable(invoice: Cancellable, on: PlainDate): void {
  const { state, settled, currency } = invoice;
  if (invoice.cancelledOn !== null) throw new InvoiceCancelledAlready();
  if (state !== 'posted' && state !== 'rejected') throw new InvoiceNotCancellable(state);
  const paid = Money.parse(settled, currency);
  if (paid.isPositive) throw new InvoiceSettled(paid.toString());
  if (on.isBefore(PlainDate.parse(invoice.on))) throw new InvoiceCancelledTooEarly(invoice.on);
  if (state === 'posted' && isTooLate(invoice, on)) throw new InvoiceCancelledTooLate();
}

function isTooLate({ on, taxed: { totals }, currency }: Cancellable, cancelled: PlainDate): boolean {
  const amounts = [totals.reverseCharge, ...totals.taxes.map(({ amount }) => amount)];
  const bearsTax = amounts.some((amount) => Money.parse(amount, currency).isPositive);
  return bearsTax && cancelled.toString().slice(0, 7) !== on.slice(0, 7);
}
