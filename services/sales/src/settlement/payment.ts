import type { PaymentState } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';

/** So long a customer has to pay whose terms nobody has agreed. */
export const usualTermDays = 30;

/** When an invoice is due, asked of the database; those issued before terms were kept say no day. */
export const dueDay = `coalesce(due_on, dated_on + ${usualTermDays})`;

interface Settled {
  readonly currency: string;
  readonly total: string;
  readonly settled: string;
  readonly writtenOff: string;
}

/** Payment is one fact and the workflow another: an invoice may wait for the ledger and be paid already. */
export function paymentOf({ currency, total, settled, writtenOff }: Settled): {
  readonly payment: PaymentState;
  readonly outstanding: string;
} {
  const [paid, whole] = [Money.parse(settled, currency), Money.parse(total, currency)];
  const outstanding = whole.subtract(paid);
  if (!outstanding.isZero)
    return { payment: paid.isZero ? 'unpaid' : 'partly-paid', outstanding: outstanding.toJSON() };
  const isLost = Money.parse(writtenOff, currency).isPositive;
  return { payment: isLost ? 'written-off' : 'paid', outstanding: outstanding.toJSON() };
}
