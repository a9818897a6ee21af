import { z } from 'zod';
import { command, reply } from '../contract.js';
import { Id, Instant } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';

/** The document that wants bookkeeping. With the sending service and the purpose it names one entry for ever. */
const TransactionSource = z.object({
  document: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .meta({ examples: ['invoice'] }),
  id: Id,
  version: z.int().min(1),
  purpose: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .meta({ examples: ['issue'] }),
});

const TransactionLine = z.object({
  account: z
    .string()
    .regex(/^[0-9]{3,10}$/, 'must be an account number')
    .meta({ examples: ['11200'] }),
  side: z.enum(['debit', 'credit']),
  amount: PositiveAmount,
  narration: z.string().max(200).optional(),
});

export const TransactionPosted = reply('common.transaction-posted.v1', {
  summary: 'The ledger has the entry.',
  payload: z.object({ source: TransactionSource, entryId: Id, postedAt: Instant }),
});

export const TransactionRejected = reply('common.transaction-rejected.v1', {
  summary: 'The ledger refused the entry; the document can be corrected and sent again as its next version.',
  payload: z.object({ source: TransactionSource, code: z.string(), reason: z.string() }),
});

export const PostTransaction = command('common.post-transaction.v1', {
  summary: 'Enter balanced lines into the journal, once per source document, purpose and version.',
  payload: z.object({
    source: TransactionSource,
    on: DateText,
    currency: CurrencyCode,
    narration: z.string().max(500),
    lines: z.array(TransactionLine).min(2).max(500),
  }),
  sentBy: ['sales'],
  replies: [TransactionPosted, TransactionRejected],
});
