import { z } from 'zod';
import { Id } from '../http/shared.js';
import { Amount } from '../shared.js';
import { sheetOf } from '../sheets.js';

/** Journals as a spreadsheet writes them: one row for each line, with the names of the columns in the first row. */
export const ImportManualJournals = sheetOf(
  'VoucherNo, Date, AccountNumber, Debit, Credit, Narration; and Memo, PartyType, PartyId, Branch (its code), ' +
    'CostCentre and ReverseOn where they are needed',
).meta({ id: 'ImportManualJournals' });

/** `known` was imported before; `refused` has a problem in one of its rows; the others are or become drafts. */
export const JournalImportOutcome = z
  .enum(['ready', 'imported', 'known', 'refused'])
  .meta({ id: 'JournalImportOutcome' });

export const JournalImport = z
  .object({
    journals: z.array(
      z.object({
        voucher: z.string(),
        row: z.int().min(1).meta({ description: 'Where it begins.' }),
        on: z.string().meta({ description: 'As it was written, if it is not a date.' }),
        narration: z.string(),
        lines: z.int().min(1),
        total: Amount.nullable().meta({ description: 'Of its debits; null if they cannot be read.' }),
        outcome: JournalImportOutcome,
        journalId: Id.nullable().meta({ description: 'The draft that it has become.' }),
      }),
    ),
    problems: z.array(
      z.object({
        row: z.int().min(1),
        column: z.string().nullable().meta({ description: 'Null if it is about the whole voucher.' }),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'JournalImport' });

export type ImportManualJournals = z.infer<typeof ImportManualJournals>;
export type JournalImport = z.infer<typeof JournalImport>;
