import { z } from 'zod';

/** Of a text in characters, of a workbook in those of its Base64. */
export const longestSheet = 900_000;

/** A sheet with these columns that somebody imports: as text or as the file of a workbook. */
export function sheetOf(columns: string) {
  return z
    .strictObject({
      text: z
        .string()
        .min(1)
        .max(longestSheet)
        .optional()
        .meta({ description: `Separated by commas, semicolons or tabs. Columns: ${columns}.` }),
      workbook: z
        .string()
        .min(1)
        .max(longestSheet)
        .optional()
        .meta({ description: 'Or an .xlsx file in Base64, whose first sheet has these columns.' }),
    })
    .refine(({ text, workbook }) => (text === undefined) !== (workbook === undefined), {
      message: 'must be either text or workbook',
      path: ['text'],
    });
}

/** An empty workbook to fill in is a file; this is what it says. */
export const EmptySheet = z
  .object({ columns: z.array(z.string()).meta({ description: 'In the first row of the first sheet.' }) })
  .meta({ id: 'EmptySheet' });

export type Sheet = z.infer<ReturnType<typeof sheetOf>>;
