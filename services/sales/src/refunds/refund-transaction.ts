import { Money } from '@dhanman/kernel';
import type { LedgerRequest } from '../postings/posting.js';
import { credited, placeOf } from '../receipts/receipt-transaction.js';
import type { Refund } from './refund.js';

/** Money goes out, and so much less is owed to the customer: what no invoice has used lies in the advance (S18). */
export function refundEntry(refund: Refund): LedgerRequest {
  const { number, mode, amount, currency, reference } = refund;
  const inputs = { refund: number, mode, ...(reference !== null && { reference }) };
  const why = { rule: 'sales.refund', inputs };
  return {
    ...{ currency, narration: `Refund ${number}` },
    lines: [
      { ...credited(refund, 'advance', Money.parse(amount, currency)), side: 'debit', why },
      { ...placeOf(refund), side: 'credit', amount, why },
    ],
  };
}
