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

export type ReadSalesRegister = z.infer<typeof ReadSalesRegister>;
