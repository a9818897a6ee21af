import { z } from 'zod';
import { sheetOf } from '../sheets.js';

/** Accounts as a spreadsheet writes them: one row each, with the names of the columns in the first row. */
export const ImportChart = sheetOf(
  'Number, Name; and Parent, TakesLines, Contra, Party, CashFlow, Role and InUse where they are needed (an empty ' +
    'cell leaves what is there)',
).meta({ id: 'ImportChart' });

export const ChartSheetQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

export const ChartImport = z
  .object({
    accounts: z.array(
      z.object({
        row: z.int().min(1),
        number: z.string(),
        name: z.string(),
        outcome: z
          .enum(['added', 'changed', 'same', 'refused'])
          .meta({ description: 'What the import does, or has done, with it.' }),
      }),
    ),
    problems: z
      .array(z.object({ row: z.int().min(1), column: z.string().nullable(), message: z.string() }))
      .meta({ description: 'With any of them nothing is imported.' }),
  })
  .meta({ id: 'ChartImport' });

export type ImportChart = z.infer<typeof ImportChart>;
export type ChartSheetQuery = z.infer<typeof ChartSheetQuery>;
export type ChartImport = z.infer<typeof ChartImport>;
