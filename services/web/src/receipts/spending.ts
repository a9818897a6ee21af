// What the money of a receipt settles, while it is being typed. The service decides; this shows beforehand what it will
// decide, by the same rule for the oldest first.
import type { sales } from '@dhanman/client';
import { fillInOrder, Money } from '@dhanman/kernel';
import { typedAmount } from '../formats/typed-amount.js';

type OpenInvoice = Pick<sales.InvoiceSummary, 'id' | 'outstanding' | 'on' | 'dueOn' | 'number'>;

/** What somebody has typed beside invoices; undefined as long as nobody has, which means the oldest first. */
export type ByHand = Readonly<Record<string, string>> | undefined;

export interface Spending {
  /** For each invoice, in the order given. */
  readonly shares: readonly Money[];
  readonly settled: Money;
  /** Below zero when more is shared out than there is. */
  readonly advance: Money;
}

export const usualTermDays = 30;

/** As they fall due; one without a due date is due thirty days after its date. */
export function byDueDate<Invoice extends OpenInvoice>(
  invoices: readonly Invoice[],
  laterBy: (on: string, days: number) => string,
): readonly Invoice[] {
  const keyOf = ({ on, dueOn, number }: Invoice): string =>
    [dueOn ?? laterBy(on, usualTermDays), on, number ?? ''].join(' ');
  return invoices.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

export function spend(invoices: readonly OpenInvoice[], value: Money, byHand: ByHand): Spending {
  const shares = byHand
    ? invoices.map(({ id }) => money(byHand[id] ?? ''))
    : fillInOrder(
        invoices.map(({ outstanding }) => money(outstanding)),
        value,
      );
  const settled = Money.sum(shares, 'INR');
  return { shares, settled, advance: value.subtract(settled) };
}

/**
 * What the service is told: nothing for the oldest first. It is made of what was typed alone: what is sent again after an
 * answer was lost says the same, although the invoices have been settled by it meanwhile.
 */
export function allocationsOf(byHand: ByHand): { readonly allocations?: sales.AllocationShare[] } {
  if (!byHand) return {};
  const typed = Object.entries(byHand).map(([invoiceId, text]) => ({
    invoiceId,
    amount: money(text).toJSON(),
  }));
  const chosen = typed.filter(({ amount }) => /[1-9]/.test(amount));
  return { allocations: chosen.toSorted((one, other) => (one.invoiceId < other.invoiceId ? -1 : 1)) };
}

/** Nothing of what is no amount, or not one yet. */
export function money(text: string): Money {
  return Money.parse(typedAmount(text) ?? '0.00', 'INR');
}
