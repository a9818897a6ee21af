import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';
import { saleFields, SaleLine, saleOptions, TaxedLineDto, TaxTotals } from './tax.js';

const notes = z.string().max(500);

/** A draft may be anything that can be computed; what the law demands of the paper is asked at issue. */
export const CreateInvoice = z
  .strictObject({
    ...saleFields,
    on: DateText.optional().meta({ description: 'The date it shall bear; today unless stated.' }),
    dueOn: DateText.optional(),
    notes: notes.optional(),
  })
  .meta({ id: 'CreateInvoice' });

/** Replaces the whole content of a draft: the lines of a document belong together. */
export const ReplaceInvoice = CreateInvoice.meta({ id: 'ReplaceInvoice' });

/** With a `version` only what was looked at gets a number: an invoice that somebody changed since is refused. */
export const IssueInvoice = z
  .strictObject({
    on: DateText,
    version: z.int().min(1).max(2_147_483_647).optional(),
    isAboveLimit: z
      .boolean()
      .optional()
      .meta({
        description:
          'True to issue it although the customer then owes more than the credit limit, which needs ' +
          'dhanman.sales.credit-limit.update.',
      }),
  })
  .meta({ id: 'IssueInvoice' });

export const ReturnInvoice = z
  .strictObject({ reason: z.string().min(1).max(500).regex(/\S/, 'must not be blank') })
  .meta({ id: 'ReturnInvoice' });

export const CancelInvoice = z
  .strictObject({ on: DateText, reason: z.string().min(1).max(200).regex(/\S/, 'must not be blank') })
  .meta({ id: 'CancelInvoice' });

/**
 * `submitted` waits for approvals and `approved` has them; `issued` waits for the ledger; a `rejected` one shows why, and can
 * be issued again once the cause is mended. A `cancelled` one keeps its number and is owed no more.
 */
export const InvoiceState = z.enum([
  ...(['draft', 'submitted', 'approved', 'discarded'] as const),
  ...(['issued', 'posted', 'rejected', 'cancelled'] as const),
]);

const approval = { by: z.string().meta({ description: 'The id of the person.' }), at: Instant };

/** What has been paid of an invoice that stands; nothing is said of drafts and of what the ledger refused. */
export const PaymentState = z
  .enum(['unpaid', 'partly-paid', 'paid', 'written-off'])
  .meta({ id: 'PaymentState' });

const summaryFields = {
  id: Id,
  companyId: Id,
  customerId: Id,
  customerName: z.string(),
  currency: CurrencyCode,
  total: Amount,
  state: InvoiceState,
  settled: Amount,
  writtenOff: Amount.meta({ description: 'What of the settled amount was never paid, but written off.' }),
  outstanding: Amount,
  payment: PaymentState.nullable(),
  isOverdue: z.boolean().meta({ description: 'Due before today, where the company is, and not paid.' }),
  number: z.string().nullable(),
  on: DateText,
  dueOn: DateText.nullable(),
  entryId: Id.nullable().meta({ description: 'The journal entry of a posted invoice.' }),
  rejection: z.object({ code: z.string(), reason: z.string() }).nullable(),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
  updatedAt: Instant,
};

export const InvoiceSummaryDto = z.object(summaryFields).meta({ id: 'InvoiceSummary' });

export const InvoiceDto = z
  .object({
    ...summaryFields,
    notes: notes.nullable(),
    writtenBy: z.array(z.string()).meta({ description: 'Whoever had a hand in it: they do not approve it.' }),
    approvals: z.array(z.object(approval).meta({ id: 'InvoiceApproval' })),
    approvalsNeeded: z.int().nullable(),
    returned: z.object({ ...approval, reason: z.string() }).nullable(),
    cancellation: z
      .object({
        on: DateText,
        reason: z.string(),
        entryId: Id.nullable().meta({
          description: 'The reversal; none yet while the ledger is asked for it.',
        }),
      })
      .meta({ id: 'InvoiceCancellation' })
      .nullable(),
    ...saleOptions,
    lines: z.array(z.object({ ...SaleLine.shape, taxed: TaxedLineDto }).meta({ id: 'InvoiceLine' })),
    totals: TaxTotals,
  })
  .meta({ id: 'Invoice' });

export const InvoicePage = pageOf('InvoicePage', InvoiceSummaryDto);

export const ListInvoices = z.strictObject({
  ...pageQuery,
  sort: z
    .enum(['on', '-on', 'number', '-number', 'total', '-total', 'dueOn', '-dueOn'])
    .optional()
    .meta({ default: '-on' }),
  state: InvoiceState.optional(),
  payment: z.enum([...PaymentState.options, 'open', 'overdue']).optional(),
  customerId: Id.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({
    description:
      'The number or what it begins or ends with, part of the customer’s name, or the total: 6,665 or 6665.00.',
  }),
});

export type CreateInvoice = z.infer<typeof CreateInvoice>;
export type ReplaceInvoice = z.infer<typeof ReplaceInvoice>;
export type ReturnInvoice = z.infer<typeof ReturnInvoice>;
export type IssueInvoice = z.infer<typeof IssueInvoice>;
export type CancelInvoice = z.infer<typeof CancelInvoice>;
export type InvoiceDto = z.infer<typeof InvoiceDto>;
export type InvoiceSummaryDto = z.infer<typeof InvoiceSummaryDto>;
export type InvoicePage = z.infer<typeof InvoicePage>;
export type ListInvoices = z.infer<typeof ListInvoices>;
export type PaymentState = z.infer<typeof PaymentState>;
export type InvoiceState = z.infer<typeof InvoiceState>;
