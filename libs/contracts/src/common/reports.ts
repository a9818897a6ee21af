import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { DateText } from '../shared.js';

export const reportFormat = z
  .enum(['json', 'csv', 'xlsx', 'pdf'])
  .optional()
  .meta({ description: 'The same report as a file; `Accept` may ask for it too.', default: 'json' });

export const reportSpan = {
  asOf: DateText.optional().meta({ description: 'The last day of the report; today, where the company is.' }),
  from: DateText.optional().meta({ description: 'The first day; that of the financial year of `asOf`.' }),
  knownAt: Instant.optional().meta({ description: 'The books as they stood at this moment; now.' }),
  format: reportFormat,
};

const report = { ...reportSpan, branchId: Id.optional() };

const cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, 'is not a cursor of this report')
  .optional();

export const reportPage = {
  limit: z.coerce.number().int().min(1).max(500).optional().meta({ default: 200 }),
  cursor,
};

export const ReadReport = z.strictObject({
  ...report,
  compareAsOf: DateText.optional().meta({ description: 'An earlier last day to compare with.' }),
  zeros: z.enum(['hide', 'show']).optional().meta({ default: 'hide' }),
});

/**
 * What was planned and what it came to: the last approved budgets of the years, as they were known. Consolidated it is over
 * all companies of the organization whose reports the reader may read and that keep their books in one currency.
 */
export const ReadBudgetVariance = z.strictObject({
  ...reportSpan,
  zeros: z.enum(['hide', 'show']).optional().meta({ default: 'hide' }),
});

/** Over all companies of the organization whose reports the reader may read and that keep their books in one currency. */
export const ReadConsolidation = z.strictObject(reportSpan);

export const ReadGeneralLedger = z.strictObject({
  ...report,
  ...reportPage,
  accountId: Id.optional().meta({ description: 'The ledger of this account alone, or of all below it.' }),
});

/** A report that goes line by line and comes in pages: a ledger, the bank book, the day book. */
export const ReadLedger = z.strictObject({ ...report, ...reportPage });

export type ReadReport = z.infer<typeof ReadReport>;
export type ReadConsolidation = z.infer<typeof ReadConsolidation>;
export type ReadBudgetVariance = z.infer<typeof ReadBudgetVariance>;
export type ReadGeneralLedger = z.infer<typeof ReadGeneralLedger>;
export type ReadLedger = z.infer<typeof ReadLedger>;
