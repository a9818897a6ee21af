import { z } from 'zod';
import { command, reply } from '../contract.js';
import { Id, Instant } from '../http/shared.js';
import { DateText } from '../shared.js';
import { TransactionSource, transactionRequest } from './transactions.js';

const posted = z.object({
  source: TransactionSource,
  entryId: Id,
  number: z.string().optional(),
  postedAt: Instant,
});

const refusal = {
  code: z.string(),
  reason: z.string(),
  field: z
    .string()
    .optional()
    .meta({ examples: ['lines.0.party'] }),
};

export const TransactionPosted = reply('common.transaction-posted.v1', {
  summary: 'The ledger has the entry.',
  payload: posted,
});

export const TransactionRejected = reply('common.transaction-rejected.v1', {
  summary: 'The ledger refused the entry; the document can be corrected and sent again as its next version.',
  payload: z.object({ source: TransactionSource, ...refusal }),
});

export const PostTransaction = command('common.post-transaction.v1', {
  summary: 'Enter balanced lines into the journal, once per source document, purpose and version.',
  payload: z.object(transactionRequest),
  sentBy: ['sales'],
  replies: [TransactionPosted, TransactionRejected],
});

export const TransactionsReversed = reply('common.transactions-reversed.v1', {
  summary: 'All the entries named have been reversed, each by an entry of its own.',
  payload: z.object({ transactions: z.array(posted).min(1) }),
});

export const ReversalRejected = reply('common.reversal-rejected.v1', {
  summary: 'None of the entries named has been reversed.',
  payload: z.object({ transactions: z.array(TransactionSource).min(1), ...refusal }),
});

export const ReverseTransactions = command('common.reverse-transactions.v1', {
  summary:
    'Reverse the entries of these documents, such as a receipt and the invoice it paid: all of them, or none.',
  payload: z.object({
    on: DateText,
    reason: z.string().min(1).max(200),
    transactions: z.array(TransactionSource).min(1).max(10),
  }),
  sentBy: ['sales'],
  replies: [TransactionsReversed, ReversalRejected],
});
