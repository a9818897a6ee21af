import { z } from 'zod';
import { services } from '../contract.js';
import { Amount, DateText } from '../shared.js';

const count = z.int().min(0);

const kindAndMonth = {
  document: z.string().meta({ description: 'The kind, as the documents call themselves before the ledger.' }),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({ examples: ['2026-04'] }),
};

/** Two sets of documents with the same one are the same set, whatever the order; nobody reads it. */
const fingerprint = z.string().meta({ description: 'Of the ids and versions of what is posted.' });

/** What of one kind and month must be in the ledger, as the service that has the documents knows it. */
export const PostingCount = z
  .object({
    ...kindAndMonth,
    due: count.meta({ description: 'All that must be posted: posted, in flight and rejected.' }),
    ...{ posted: count, inFlight: count, rejected: count },
    amountDue: Amount,
    amountPosted: Amount,
    fingerprint,
  })
  .meta({ id: 'PostingCount' });

export const PostingCounts = z.object({ items: z.array(PostingCount) }).meta({ id: 'PostingCounts' });

/** What of one kind and month is in the ledger and stands, as the ledger knows it. */
export const LedgerPosting = z
  .object({
    service: z.enum(services),
    ...kindAndMonth,
    entries: count,
    amount: Amount,
    fingerprint,
  })
  .meta({ id: 'LedgerPosting' });

export const LedgerPostings = z.object({ items: z.array(LedgerPosting) }).meta({ id: 'LedgerPostings' });

export const AskPostings = z.strictObject({ from: DateText.optional(), to: DateText.optional() });

export type PostingCount = z.infer<typeof PostingCount>;
export type PostingCounts = z.infer<typeof PostingCounts>;
export type LedgerPosting = z.infer<typeof LedgerPosting>;
export type LedgerPostings = z.infer<typeof LedgerPostings>;
export type AskPostings = z.infer<typeof AskPostings>;
