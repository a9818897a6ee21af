import type { AllocationShare } from '@dhanman/contracts';
import { DomainError, fillInOrder, type Id, Money, parseId } from '@dhanman/kernel';

export class AllocationAboveOutstanding extends DomainError {
  constructor(index: number, { number, outstanding }: OpenInvoice) {
    const message = `Only ${outstanding.toString()} of ${number} is open now.`;
    super('conflict', 'allocation-above-outstanding', message, {
      field: `allocations.${index}.amount`,
      details: { left: outstanding.toJSON() },
    });
  }
}

export class AllocationsAboveCredit extends DomainError {
  constructor(allocated: Money, left: Money) {
    const message = `${allocated.toString()} is to be settled, but only ${left.toString()} is there for it.`;
    super('conflict', 'allocations-above-credit', message, {
      field: 'allocations',
      details: { allocated: allocated.toJSON(), left: left.toJSON() },
    });
  }
}

export class AllocationTwice extends DomainError {
  constructor(index: number) {
    super('invalid', 'allocation-twice', 'This invoice is in the list already.', {
      field: `allocations.${index}.invoiceId`,
    });
  }
}

export class InvoiceNotOpen extends DomainError {
  constructor(index: number) {
    const message =
      'This is no invoice of this customer that can be settled on that day: it must be issued, not refused by the ' +
      'ledger, and not dated later. Keep the money as an advance until then.';
    super('conflict', 'invoice-not-open', message, { field: `allocations.${index}.invoiceId` });
  }
}

/** An invoice that can be settled, the oldest of a list first. */
export interface OpenInvoice {
  readonly id: Id;
  readonly number: string;
  readonly outstanding: Money;
}

export interface Share {
  readonly invoiceId: Id;
  readonly amount: Money;
}

/** Settles each invoice in full before the next one; what is left over stays with the customer. */
export function oldestFirst(open: readonly OpenInvoice[], value: Money): readonly Share[] {
  const filled = fillInOrder(
    open.map(({ outstanding }) => outstanding),
    value,
  );
  return open
    .map(({ id }, index) => ({ invoiceId: id, amount: filled[index] ?? Money.zero(value.currency) }))
    .filter(({ amount }) => amount.isPositive);
}

/** What a person has chosen, if there is that much of everything. */
export function byHand(
  wanted: readonly AllocationShare[],
  open: readonly OpenInvoice[],
  value: Money,
): readonly Share[] {
  const known = new Map<string, OpenInvoice>(open.map((invoice) => [invoice.id, invoice]));
  const seen = new Set<string>();
  const shares = wanted.map(({ invoiceId, amount: text }, index) => {
    if (seen.has(invoiceId)) throw new AllocationTwice(index);
    seen.add(invoiceId);
    const invoice = known.get(invoiceId);
    if (!invoice) throw new InvoiceNotOpen(index);
    const amount = Money.parse(text, value.currency);
    if (amount.compare(invoice.outstanding) > 0) throw new AllocationAboveOutstanding(index, invoice);
    return { invoiceId: parseId(invoiceId), amount };
  });
  const allocated = totalOf(shares, value.currency);
  if (allocated.compare(value) > 0) throw new AllocationsAboveCredit(allocated, value);
  return shares;
}

export function totalOf(shares: readonly Share[], currency: string): Money {
  return Money.sum(
    shares.map(({ amount }) => amount),
    currency,
  );
}
