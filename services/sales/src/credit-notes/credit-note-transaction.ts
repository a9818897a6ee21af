import { Money } from '@dhanman/kernel';
import { soldLines } from '../invoices/invoice-transaction.js';
import type { LedgerLine, LedgerRequest } from '../postings/posting.js';
import { credited } from '../receipts/receipt-transaction.js';
import type { CreditNote } from './credit-note.js';

/** Income and tax of the invoice are taken back; the customer owes less, and what is owed no more is an advance (S6). */
export function creditNoteEntry(note: CreditNote, invoice: string, settled: Money): LedgerRequest {
  const { currency, total, credited: content, customerId } = note;
  const number = note.number ?? '';
  const giver = { customerId, currency, number };
  const sold = content.lines.map(({ classification, net }) => ({ classification, net }));
  const lines: LedgerLine[] = [
    ...soldLines({ currency, lines: sold, totals: content.totals }).map(mirrored),
    credited(giver, 'receivable', settled),
    credited(giver, 'advance', Money.parse(total, currency).subtract(settled)),
  ];
  return {
    currency,
    narration: `Credit note ${number} for ${invoice}`,
    lines: lines.filter(({ amount }) => Money.parse(amount, currency).isPositive),
  };
}

function mirrored(line: LedgerLine): LedgerLine {
  return { ...line, side: line.side === 'debit' ? 'credit' : 'debit' };
}
