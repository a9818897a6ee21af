import { z } from 'zod';
import { Id, Instant } from './shared.js';
import { CurrencyCode, DateText } from '../shared.js';

export const ReportName = z.enum([
  ...['trial-balance', 'profit-and-loss', 'balance-sheet', 'cash-flow'],
  ...['account-ledger', 'general-ledger', 'day-book', 'party-ledger', 'bank-book'],
  ...['consolidated-trial-balance', 'budget-variance', 'consolidated-budget-variance'],
  ...['receivables-ageing', 'customer-dues', 'customer-ledger'],
  ...['sales-register', 'gst-summary', 'gst-section', 'gst-hsn', 'gst-documents', 'gst-to-mend'],
] as const);

/**
 * How the text of a cell is meant. A `balance` is above zero on the debit side and below it on the credit side; a `verdict`
 * is `favourable` or `unfavourable`; a `document` is one of `ReportDocument`, a `word` one of `ReportWord`.
 */
export const CellKind = z
  .enum(['text', 'date', 'amount', 'balance', 'percent', 'verdict', 'count', 'document', 'word'])
  .meta({ id: 'CellKind' });

export const ColumnName = z.enum([
  ...['opening', 'debit', 'credit', 'closing', 'amount', 'balance'],
  ...['compared', 'change', 'changePercent', 'share'],
  ...['date', 'entry', 'document', 'narration', 'counterAccount', 'party', 'receipts', 'payments'],
  ...['company', 'elimination', 'total', 'budget', 'actual', 'variance', 'variancePercent', 'verdict'],
  ...['dueOn', 'current', 'pastDue30', 'pastDue60', 'pastDueOver60', 'outstanding', 'unapplied', 'net'],
  ...['number', 'openInvoices', 'billed', 'settled', 'overdue', 'oldestDueOn', 'lastPaidOn', 'advance'],
  ...['gstin', 'placeOfSupply', 'value', 'taxable', 'cgst', 'sgst', 'igst', 'cess', 'roundOff', 'state'],
  ...[
    'documents',
    'classification',
    'unit',
    'quantity',
    'rate',
    'lastNumber',
    'cancelled',
    'kept',
    'missing',
  ],
] as const);

/** Lines that are ours and no account's, so that an app can say them in the language of its reader. */
export const RowCaption = z.enum([
  ...['assets', 'liabilities', 'equity', 'revenue', 'expense'],
  ...['total-assets', 'total-liabilities', 'total-equity', 'total-liabilities-and-equity'],
  ...['total-revenue', 'total-expense', 'result', 'current-result', 'earlier-result', 'total'],
  ...['opening', 'closing', 'day-total', 'operating', 'investing', 'financing'],
  ...['net-operating', 'net-investing', 'net-financing', 'net-change', 'cash-opening', 'cash-closing'],
  ...[
    'b2b',
    'b2cl',
    'b2cs',
    'exp',
    'cdnr',
    'cdnur',
    'nil',
    'outside',
    'hsn-b2b',
    'hsn-b2c',
    'series',
    'to-mend',
  ],
] as const);

export const CheckName = z.enum([
  ...['debits-are-credits', 'assets-are-liabilities-and-equity', 'cash-is-cash-book'],
  ...['closing-is-balance', 'eliminations-are-zero', 'parts-are-total'],
  ...['sections-are-register-value', 'sections-are-register-tax', 'hsn-is-sections'],
] as const);

/** What a line of a customer's ledger comes from. */
export const ReportDocument = z.enum([
  ...(['invoice', 'invoice-cancelled', 'receipt', 'receipt-bounced', 'receipt-reversed'] as const),
  ...(['credit-note', 'credit-note-reversed', 'refund', 'refund-reversed'] as const),
  ...(['write-off', 'write-off-reversed'] as const),
]);

/** Where a document stands in the books, or what is to be mended in it. */
export const ReportWord = z.enum([
  ...(['issued', 'posted', 'rejected', 'undoing', 'cancelled', 'reversed', 'withdrawn'] as const),
  ...(['hsn-missing', 'hsn-too-short', 'state-missing', 'to-amend'] as const),
]);

const Column = z
  .object({
    name: ColumnName,
    kind: CellKind,
    label: z.string().nullable().meta({ description: 'Of a column that stands for something with a name.' }),
    companyId: Id.optional().meta({
      description: 'Of a column about one company: its own report says more.',
    }),
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
    documentId: Id.nullable().meta({ description: 'Of the invoice or receipt that the line comes from.' }),
  })
  .meta({ id: 'ReportRow' });

const Check = z
  .object({ name: CheckName, left: z.string(), right: z.string(), holds: z.boolean() })
  .meta({ id: 'ReportCheck' });

const Chain = z
  .object({ entries: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'ReportChain' });

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
      description:
        'Where a report can be asked for as known then: ask again with it and get the same, whatever was posted since.',
    }),
    compare: z.object({ from: DateText, asOf: DateText }).nullable(),
    columns: z.array(Column),
    rows: z.array(Row),
    checks: z.array(Check),
    chain: Chain.nullable().meta({
      description:
        'How many entries the books had at `knownAt`, and the SHA-256 link that covers them all: books in which one ' +
        'of them was changed since have another. Null for a report that is not one of the books of one company.',
    }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Report' });

export type ReportName = z.infer<typeof ReportName>;
export type ReportDocument = z.infer<typeof ReportDocument>;
export type ReportWord = z.infer<typeof ReportWord>;
export type CellKind = z.infer<typeof CellKind>;
export type ColumnName = z.infer<typeof ColumnName>;
export type RowCaption = z.infer<typeof RowCaption>;
export type CheckName = z.infer<typeof CheckName>;
export type ReportChain = z.infer<typeof Chain>;
export type ReportColumn = z.infer<typeof Column>;
export type ReportRow = z.infer<typeof Row>;
export type ReportCheck = z.infer<typeof Check>;
export type ReportDto = z.infer<typeof ReportDto>;
