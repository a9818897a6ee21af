import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';
import { TransactionLine, TransactionParty } from './transactions.js';

/** A line as a person writes it: an account by its number, and never a role that only documents know. */
export const ManualJournalLine = z
  .strictObject({
    ...TransactionLine.omit({ role: true, why: true }).shape,
    party: z.strictObject(TransactionParty.shape).optional(),
  })
  .meta({ id: 'ManualJournalLine' });

/** A draft may still be out of balance; submitting it is what asks for an entry that the books can take. */
export const CreateManualJournal = z
  .strictObject({
    on: DateText,
    narration: z.string().min(1).max(500).regex(/\S/, 'must not be blank'),
    reverseOn: DateText.optional().meta({
      description:
        'Its reversal is posted with it, dated this day: for accruals that end with the next month.',
    }),
    lines: z.array(ManualJournalLine).min(1).max(500),
  })
  .meta({ id: 'CreateManualJournal' });

/** Replaces the whole content of a draft: the lines of an entry belong together. */
export const ReplaceManualJournal = CreateManualJournal.meta({ id: 'ReplaceManualJournal' });

export const ReturnManualJournal = z
  .strictObject({ reason: z.string().min(1).max(500).regex(/\S/, 'must not be blank') })
  .meta({ id: 'ReturnManualJournal' });

/** `submitted` waits for approval; the last approval posts it. */
export const ManualJournalState = z
  .enum(['draft', 'submitted', 'posted', 'discarded'])
  .meta({ id: 'ManualJournalState' });

const Person = z.object({
  id: z.string(),
  name: z.string().nullable().meta({ description: 'Null for a program.' }),
});

export const JournalApproval = z
  .object({
    by: Person,
    at: Instant,
    byAuthor: z.boolean().meta({ description: 'Nobody else could: the company lets its only approver.' }),
  })
  .meta({ id: 'JournalApproval' });

export const mayApproveOwn = z.boolean().meta({
  description:
    'Whether who asks may approve it although they had a hand in it: the company allows it, and nobody else may.',
});

const summaryFields = {
  id: Id,
  companyId: Id,
  on: DateText,
  narration: z.string(),
  reverseOn: DateText.nullable(),
  currency: CurrencyCode,
  total: Amount.meta({ description: 'Of its debits.' }),
  state: ManualJournalState,
  writtenBy: z
    .array(Person)
    .meta({ description: 'Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.' }),
  approvals: z.array(JournalApproval),
  approvalsNeeded: z.int().min(1).max(2).nullable().meta({ description: 'Known from the submission on.' }),
  returned: z
    .object({ by: Person, at: Instant, reason: z.string() })
    .nullable()
    .meta({ description: 'Why it came back, until it is submitted again.' }),
  entry: z.object({ id: Id, number: z.string() }).nullable(),
  reversal: z
    .object({ id: Id, number: z.string() })
    .nullable()
    .meta({ description: 'The entry that takes it back.' }),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
  updatedAt: Instant,
};

export const ManualJournalSummary = z.object(summaryFields).meta({ id: 'ManualJournalSummary' });

export const ManualJournalDto = z
  .object({ ...summaryFields, lines: z.array(z.object(ManualJournalLine.shape)), mayApproveOwn })
  .meta({ id: 'ManualJournal' });

export const ManualJournalPage = pageOf('ManualJournalPage', ManualJournalSummary);

export const ListManualJournals = z.strictObject({
  ...pageQuery,
  sort: z.enum(['on', '-on', 'total', '-total']).optional().meta({ default: '-on' }),
  state: ManualJournalState.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of the narration.' }),
});

export type ManualJournalLine = z.infer<typeof ManualJournalLine>;
export type CreateManualJournal = z.infer<typeof CreateManualJournal>;
export type ReplaceManualJournal = z.infer<typeof ReplaceManualJournal>;
export type ReturnManualJournal = z.infer<typeof ReturnManualJournal>;
export type ManualJournalState = z.infer<typeof ManualJournalState>;
export type ManualJournalSummary = z.infer<typeof ManualJournalSummary>;
export type ManualJournalDto = z.infer<typeof ManualJournalDto>;
export type ManualJournalPage = z.infer<typeof ManualJournalPage>;
export type ListManualJournals = z.infer<typeof ListManualJournals>;
