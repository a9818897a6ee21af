import { Money, upiLink } from '@dhanman/kernel';
import { paymentOf } from '../settlement/payment.js';
import type { Invoice } from './invoice.js';

/** What the code on a paper asks for: written when the paper is frozen, so that it is printed the same for ever. */
export interface PaperUpi {
  readonly payee: string;
  readonly link: string;
}

type Billed = Pick<Invoice, 'number' | 'currency' | 'total' | 'settled' | 'writtenOff'>;

/** Nothing where nobody could pay by it: a company without a UPI id, another currency, or nothing left to pay. */
export function upiRequestOf(
  bill: Billed,
  { name, upiId }: { readonly name: string; readonly upiId: string | null },
): PaperUpi | null {
  if (upiId === null || bill.number === null || bill.currency !== 'INR') return null;
  const amount = Money.parse(paymentOf(bill).outstanding, bill.currency);
  if (!amount.isPositive) return null;
  const asked = { payee: upiId, payeeName: name, amount, note: `Invoice ${bill.number}` };
  return { payee: upiId, link: upiLink({ ...asked, reference: bill.number }) };
}
