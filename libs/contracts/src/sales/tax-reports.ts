import { z } from 'zod';
import { reportFormat, reportPage, reportSpan } from '../common/reports.js';
import { Gstin } from '../gstin.js';

const gstin = Gstin.optional().meta({ description: 'What was sold from this registration alone.' });

/** Every invoice and credit note that has a number, in the order of their days. */
export const ReadSalesRegister = z.strictObject({
  asOf: reportSpan.asOf,
  from: reportSpan.from,
  format: reportFormat,
  gstin,
  ...reportPage,
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .meta({ description: 'The month of the return; the present one.', examples: ['2026-06'] });

const returned = {
  month,
  span: z.enum(['month', 'quarter']).optional().meta({
    description: 'The month alone, or the quarter in which it lies.',
    default: 'month',
  }),
  gstin,
  format: reportFormat,
};

/** What a month comes to in the sections of the return of outward supplies (GSTR-1). */
export const ReadGstSummary = z.strictObject(returned);

/** The documents of one section. */
export const ReadGstSection = z.strictObject({
  ...returned,
  section: z
    .enum(['b2b', 'b2cl', 'b2cs', 'exp', 'cdnr', 'cdnur', 'nil', 'outside'])
    .optional()
    .meta({ default: 'b2b' }),
});

export type ReadGstSummary = z.infer<typeof ReadGstSummary>;
export type ReadGstSection = z.infer<typeof ReadGstSection>;
export type ReadSalesRegister = z.infer<typeof ReadSalesRegister>;
