import type { PayloadIn, PostTransaction } from '@dhanman/contracts';
import type { Invoice } from './invoice.js';

const receivable = { account: '11200', role: 'receivable' };
const revenue = { account: '41010', role: 'service-revenue' };

/** What issuing an invoice means to the books: the customer owes it, and it is income. */
export function transactionFor(invoice: Invoice): PayloadIn<typeof PostTransaction> {
  const { id, number, issuedOn, postingVersion, currency, total, customerId } = invoice;
  const party = { kind: 'customer', id: customerId } as const;
  const why = { rule: 'sales.invoice', inputs: { invoice: number ?? '', total } };
  return {
    source: { document: 'invoice', id, version: postingVersion, purpose: 'issue' },
    on: issuedOn ?? '',
    currency,
    narration: `Invoice ${number ?? ''}`,
    lines: [
      { ...receivable, side: 'debit', amount: total, party, why },
      { ...revenue, side: 'credit', amount: total, why },
    ],
  };
}
