import { Money } from '@dhanman/kernel';
import type { LedgerRequest } from '../postings/posting.js';
import { credited } from '../receipts/receipt-transaction.js';
import type { WriteOff } from './write-off.js';

/** A bad debt: a loss, and so much less is owed. The output tax stays as it was billed. */
export function writeOffEntry(writeOff: WriteOff, invoice: string): LedgerRequest {
  const { number, amount, currency, reason } = writeOff;
  const why = { rule: 'sales.write-off', inputs: { 'write-off': number, invoice, reason } };
  return {
    ...{ currency, narration: `Write-off ${number} of ${invoice}` },
    lines: [
      { account: '53120', role: 'bad-debt', side: 'debit', amount, why },
      credited(writeOff, 'receivable', Money.parse(amount, currency)),
    ],
  };
}
