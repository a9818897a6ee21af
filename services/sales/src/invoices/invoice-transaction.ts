import type { PayloadIn, PostTransaction } from '@dhanman/contracts';
import type { Invoice } from './invoice.js';

const receivable = '11200';
const revenue = '41010';

/** What issuing an invoice means to the books: the customer owes it, and it is income. */
export function transactionFor(invoice: Invoice): PayloadIn<typeof PostTransaction> {
  const { id, number, issuedOn, postingVersion, currency, total } = invoice;
  return {
    source: { document: 'invoice', id, version: postingVersion, purpose: 'issue' },
    on: issuedOn ?? '',
    currency,
    narration: `Invoice ${number ?? ''}`,
    lines: [
      { account: receivable, side: 'debit', amount: total },
      { account: revenue, side: 'credit', amount: total },
    ],
  };
}
