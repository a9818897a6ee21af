import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { CurrencyCode, DateText } from '../shared.js';

export const ReportName = z.enum([
  ...['trial-balance', 'profit-and-loss', 'balance-sheet', 'cash-flow'],
  ...['account-ledger', 'general-ledger', 'day-book', 'party-ledger', 'bank-book'],
  ...['consolidated-trial-balance', 'budget-variance'],
] as const);

/** How the text of a cell is meant. A `balance` is above zero on the debit side and below it on the credit side. */
export const CellKind = z.enum(['text', 'date', 'amount', 'balance', 'percent']).meta({ id: 'CellKind' });

export const ColumnName = z.enum([
  ...['opening', 'debit', 'credit', 'closing', 'amount', 'balance'],
  ...['compared', 'change', 'changePercent', 'share'],
  ...['date', 'entry', 'document', 'narration', 'counterAccount', 'party', 'receipts', 'payments'],
  ...['company', 'elimination', 'total', 'budget', 'actual', 'variance', 'variancePercent'],
] as const);

/** Lines that are ours and no account's, so that an app can say them in the language of its reader. */
export const RowCaption = z.enum([
  ...['assets', 'liabilities', 'equity', 'revenue', 'expense'],
  ...['total-assets', 'total-liabilities', 'total-equity', 'total-liabilities-and-equity'],
  ...['total-revenue', 'total-expense', 'result', 'current-result', 'earlier-result', 'total'],
  ...['opening', 'closing', 'day-total', 'operating', 'investing', 'financing'],
  ...['net-operating', 'net-investing', 'net-financing', 'net-change', 'cash-opening', 'cash-closing'],
] as const);

export const CheckName = z.enum([
  ...['debits-are-credits', 'assets-are-liabilities-and-equity', 'cash-is-cash-book'],
  ...['closing-is-balance', 'eliminations-are-zero'],
] as const);

const Column = z
  .object({
    name: ColumnName,
    kind: CellKind,
    label: z.string().nullable().meta({ description: 'Of a column that stands for something with a name.' }),
  })
  .meta({ id: 'ReportColumn' });

const Row = z
  .object({
    kind: z.enum(['section', 'group', 'account', 'entry', 'balance', 'total', 'result']),
    level: z.int().min(0).max(20),
    caption: RowCaption.nullable(),
    code: z.string().nullable(),
    name: z.string().nullable(),
    cells: z.array(z.string().nullable()).meta({ description: 'One for each column.' }),
    accountId: Id.nullable(),
    entryId: Id.nullable(),
    partyId: Id.nullable(),
  })
  .meta({ id: 'ReportRow' });

const Check = z
  .object({ name: CheckName, left: z.string(), right: z.string(), holds: z.boolean() })
  .meta({ id: 'ReportCheck' });

/** Every report has this one shape, so that whatever shows or exports one, shows and exports all. */
export const ReportDto = z
  .object({
    name: ReportName,
    company: z
      .object({ id: Id, name: z.string(), kind: z.enum(['business', 'society']) })
      .nullable()
      .meta({ description: 'Null for a report over several companies.' }),
    currency: CurrencyCode,
    subject: z.string().nullable().meta({ description: 'Whose ledger it is.' }),
    from: DateText,
    asOf: DateText,
    knownAt: Instant.meta({
      description: 'Ask again with it and get the same report, whatever was posted since.',
    }),
    compare: z.object({ from: DateText, asOf: DateText }).nullable(),
    columns: z.array(Column),
    rows: z.array(Row),
    checks: z.array(Check),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Report' });

const span = {
  asOf: DateText.optional().meta({ description: 'The last day of the report; today, where the company is.' }),
  from: DateText.optional().meta({ description: 'The first day; that of the financial year of `asOf`.' }),
  knownAt: Instant.optional().meta({ description: 'The books as they stood at this moment; now.' }),
  format: z
    .enum(['json', 'csv', 'xlsx', 'pdf'])
    .optional()
    .meta({ description: 'The same report as a file; `Accept` may ask for it too.', default: 'json' }),
};

const report = { ...span, branchId: Id.optional() };

const cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, 'is not a cursor of this report')
  .optional();

const page = { limit: z.coerce.number().int().min(1).max(500).optional().meta({ default: 200 }), cursor };

export const ReadReport = z.strictObject({
  ...report,
  compareAsOf: DateText.optional().meta({ description: 'An earlier last day to compare with.' }),
  zeros: z.enum(['hide', 'show']).optional().meta({ default: 'hide' }),
});

/** Over all companies of the organization whose reports the reader may read and that keep their books in one currency. */
export const ReadConsolidation = z.strictObject(span);

export const ReadGeneralLedger = z.strictObject({
  ...report,
  ...page,
  accountId: Id.optional().meta({ description: 'The ledger of this account alone, or of all below it.' }),
});

/** A report that goes line by line and comes in pages: a ledger, the bank book, the day book. */
export const ReadLedger = z.strictObject({ ...report, ...page });

export type ReadReport = z.infer<typeof ReadReport>;
export type ReadConsolidation = z.infer<typeof ReadConsolidation>;
export type ReadGeneralLedger = z.infer<typeof ReadGeneralLedger>;
export type ReadLedger = z.infer<typeof ReadLedger>;
export type ReportName = z.infer<typeof ReportName>;
export type CellKind = z.infer<typeof CellKind>;
export type ColumnName = z.infer<typeof ColumnName>;
export type RowCaption = z.infer<typeof RowCaption>;
export type CheckName = z.infer<typeof CheckName>;
export type ReportColumn = z.infer<typeof Column>;
export type ReportRow = z.infer<typeof Row>;
export type ReportCheck = z.infer<typeof Check>;
export type ReportDto = z.infer<typeof ReportDto>;
