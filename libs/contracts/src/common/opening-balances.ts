import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { CurrencyCode, DateText } from '../shared.js';
import { ManualJournalLine } from './journals.js';

/** Debits less credits: what is missing on the side of the credits, or, below zero, on that of the debits. */
const Difference = z
  .string()
  .regex(/^-?(0|[1-9][0-9]{0,15})(\.[0-9]{2,4})?$/, 'must be an amount such as 1180.00 or -1180.00')
  .meta({ examples: ['-1180.00'] });

const lines = z.array(ManualJournalLine).min(1).max(2000);

const EntryReference = z.object({ id: Id, number: z.string() });

/** What a company brings into its books: posted as it is sent, and corrected only by a reversal and a new version. */
export const EnterOpeningBalances = z
  .strictObject({
    on: DateText.meta({ description: 'The first or the last day of a financial year.' }),
    lines,
    difference: Difference.optional().meta({
      description:
        'Confirms what goes to the opening balance equity: it must be what the lines are short of.',
    }),
    replaces: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'The version that stands in the books and is taken back; null if none does.' }),
    reason: z
      .string()
      .min(1)
      .max(200)
      .regex(/\S/, 'must not be blank')
      .optional()
      .meta({ description: 'Why a version is taken back; needed with one.' }),
  })
  .meta({ id: 'EnterOpeningBalances' });

const version = {
  version: z.int().min(1),
  on: DateText,
  entry: EntryReference,
  postedAt: Instant,
  postedBy: z.string().nullable().meta({ description: 'The name of a person; null for a program.' }),
};

export const OpeningBalances = z
  .object({
    currency: CurrencyCode,
    days: z.array(DateText).meta({ description: 'On which they may be entered, the usual one first.' }),
    equity: z
      .object({ code: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Where a difference is parked; null if no account has that role.' }),
    current: z
      .object({ ...version, difference: Difference, lines: z.array(z.object(ManualJournalLine.shape)) })
      .nullable(),
    earlier: z.array(z.object({ ...version, reversal: EntryReference })),
  })
  .meta({ id: 'OpeningBalances' });

export type EnterOpeningBalances = z.infer<typeof EnterOpeningBalances>;
export type OpeningBalances = z.infer<typeof OpeningBalances>;
