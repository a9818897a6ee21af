import { z } from 'zod';
import { services } from '../contract.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';
import { TransactionParty, TransactionSource } from './transactions.js';

export const EntryKind = z.enum(['ordinary', 'opening', 'closing', 'reversal']).meta({ id: 'EntryKind' });

export const EntryLineDto = z
  .object({
    accountId: Id,
    account: z.string(),
    side: z.enum(['debit', 'credit']),
    amount: PositiveAmount,
    narration: z.string().nullable(),
    party: TransactionParty.nullable(),
    branchId: Id.nullable(),
    costCentre: z.string().nullable(),
  })
  .meta({ id: 'EntryLine' });

const head = {
  id: Id,
  companyId: Id,
  number: z.string(),
  sequence: z.string().meta({ description: 'Its place in the chain of the company.' }),
  kind: EntryKind,
  enteredOn: DateText,
  financialYear: z.string(),
  currency: CurrencyCode,
  narration: z.string(),
  service: z.enum(services),
  source: TransactionSource,
  postedAt: Instant,
  postedBy: z.string().nullable(),
};

export const EntrySummary = z
  .object({ ...head, total: PositiveAmount, isReversed: z.boolean() })
  .meta({ id: 'EntrySummary' });

export const EntryPage = pageOf('EntryPage', EntrySummary);

export const EntryDto = z
  .object({
    ...head,
    lines: z.array(EntryLineDto),
    reversedBy: z.object({ entryId: Id, number: z.string() }).nullable(),
    reverses: Id.nullable(),
  })
  .meta({ id: 'Entry' });

export const ListEntries = z.strictObject({
  ...pageQuery,
  from: DateText.optional(),
  to: DateText.optional(),
  number: z.string().max(30).optional(),
  service: z.enum(services).optional(),
  sourceId: Id.optional().meta({ description: 'The document they were made for.' }),
  sort: z
    .enum(['enteredOn', '-enteredOn', 'sequence', '-sequence'])
    .optional()
    .meta({ default: '-sequence' }),
});

export const ReverseEntry = z
  .strictObject({ on: DateText, reason: z.string().min(1).max(200).regex(/\S/, 'must not be blank') })
  .meta({ id: 'ReverseEntry' });

export const EntryPosted = z
  .object({ entryId: Id, number: z.string(), postedAt: Instant })
  .meta({ id: 'EntryPosted' });

/** Why an entry is what it is: the document that asked for it, and for each line the rule and its inputs. */
export const EntryWhy = z
  .object({
    entryId: Id,
    number: z.string(),
    service: z.enum(services),
    source: TransactionSource,
    narration: z.string(),
    lines: z.array(
      z.object({
        account: z.string(),
        accountName: z.string(),
        side: z.enum(['debit', 'credit']),
        amount: PositiveAmount,
        party: TransactionParty.nullable(),
        rule: z.string().nullable().meta({ description: 'Null where the document gave no reason.' }),
        inputs: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'EntryWhy' });

export type EntryKind = z.infer<typeof EntryKind>;
export type EntryDto = z.infer<typeof EntryDto>;
export type EntrySummary = z.infer<typeof EntrySummary>;
export type EntryPage = z.infer<typeof EntryPage>;
export type ListEntries = z.infer<typeof ListEntries>;
export type ReverseEntry = z.infer<typeof ReverseEntry>;
export type EntryPosted = z.infer<typeof EntryPosted>;
export type EntryWhy = z.infer<typeof EntryWhy>;
