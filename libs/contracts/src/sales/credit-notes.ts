import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode, DateText, PositiveAmount } from '../shared.js';
import { ReturnInvoice } from './invoices.js';
import { AllocationDto, PostingDto } from './receipts.js';
import { Classification, positiveQuantity, TaxKind, TaxTotals } from './tax.js';

/** The reasons that the returns of GST know, each with its number there. */
export const creditNoteReasons = {
  'sales-return': '01',
  'post-sale-discount': '02',
  'deficiency-in-services': '03',
  'correction-in-invoice': '04',
  'change-in-place-of-supply': '05',
  'finalization-of-provisional-assessment': '06',
  others: '07',
} as const;

export const CreditNoteReason = z
  .enum(Object.keys(creditNoteReasons) as (keyof typeof creditNoteReasons)[])
  .meta({ id: 'CreditNoteReason' });

const line = z.int().min(0).max(499).meta({ description: 'Which line of the invoice, the first being 0.' });

/** Goods that come back, or a price that is lowered: the tax follows at the rates of the invoice. */
export const CreditNoteLine = z
  .union([
    z.strictObject({ line, quantity: positiveQuantity }),
    z.strictObject({ line, amount: PositiveAmount.meta({ description: 'Before tax.' }) }),
  ])
  .meta({ id: 'CreditNoteLine' });

export const ReplaceCreditNote = z
  .strictObject({
    on: DateText.optional().meta({ description: 'The date it shall bear; today unless stated.' }),
    reason: CreditNoteReason,
    notes: z.string().max(500).optional(),
    lines: z
      .array(CreditNoteLine)
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'Left out: everything that is left of the invoice.' }),
  })
  .meta({ id: 'ReplaceCreditNote' });

export const CreateCreditNote = z
  .strictObject({ invoiceId: Id, ...ReplaceCreditNote.shape })
  .meta({ id: 'CreateCreditNote' });

export const IssueCreditNote = z.strictObject({ on: DateText }).meta({ id: 'IssueCreditNote' });

export const ReturnCreditNote = ReturnInvoice.meta({ id: 'ReturnCreditNote' });

/** One that the ledger refused is withdrawn at once; one that stands in the books is taken back by the ledger. */
export const UndoCreditNote = z
  .strictObject({ on: DateText, reason: z.string().min(1).max(200).regex(/\S/, 'must not be blank') })
  .meta({ id: 'UndoCreditNote' });

/** As with invoices; `undoing` waits for the ledger to take the entry back. */
export const CreditNoteState = z
  .enum([
    ...(['draft', 'submitted', 'approved', 'discarded', 'issued', 'posted', 'rejected'] as const),
    ...(['undoing', 'reversed', 'withdrawn'] as const),
  ])
  .meta({ id: 'CreditNoteState' });

const summaryFields = {
  id: Id,
  companyId: Id,
  customerId: Id,
  customerName: z.string(),
  invoiceId: Id,
  invoiceNumber: z.string(),
  number: z.string().nullable(),
  on: DateText,
  reason: CreditNoteReason,
  currency: CurrencyCode,
  total: Amount,
  allocated: Amount.meta({ description: 'What of it has settled invoices or was given back.' }),
  advance: Amount.meta({ description: 'What is left of it for the customer.' }),
  state: CreditNoteState,
  rejection: z.object({ code: z.string(), reason: z.string() }).nullable(),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
};

export const CreditNoteSummaryDto = z.object(summaryFields).meta({ id: 'CreditNoteSummary' });

const tax = z.object({ kind: TaxKind, ratePercent: z.string(), amount: Amount });

const lineFields = {
  line,
  description: z.string(),
  classification: Classification.optional(),
  quantity: z.string().meta({ description: 'Zero where only the price is lowered.' }),
  unit: z.string(),
  net: Amount,
  taxable: Amount,
  taxes: z.array(tax.meta({ id: 'CreditedTax' })),
};

export const CreditedLineDto = z.object({ ...lineFields, total: Amount }).meta({ id: 'CreditedLine' });

const totals = TaxTotals.omit({ gross: true, discount: true, charges: true }).meta({ id: 'CreditedTotals' });

const approval = { by: z.string(), at: Instant };

export const CreditNoteDto = z
  .object({
    ...summaryFields,
    invoiceOn: DateText,
    notes: z.string().nullable(),
    lines: z.array(CreditedLineDto),
    totals,
    lastTaxDay: DateText.meta({ description: 'Until then a note for this invoice reduces the tax.' }),
    warnings: z.array(
      z.object({ code: z.enum(['credit-note-after-last-day']), message: z.string(), source: z.string() }),
    ),
    writtenBy: z.array(z.string()).meta({ description: 'Whoever had a hand in it: they do not approve it.' }),
    approvals: z.array(z.object(approval).meta({ id: 'CreditNoteApproval' })),
    approvalsNeeded: z.int().nullable(),
    returned: z.object({ ...approval, reason: z.string() }).nullable(),
    undoneOn: DateText.nullable(),
    undoneReason: z.string().nullable(),
    allocations: z.array(AllocationDto),
    postings: z.array(PostingDto),
  })
  .meta({ id: 'CreditNote' });

export const CreditNotePage = pageOf('CreditNotePage', CreditNoteSummaryDto);

export const ListCreditNotes = z.strictObject({
  ...pageQuery,
  sort: z.enum(['on', '-on', 'number', '-number', 'total', '-total']).optional().meta({ default: '-on' }),
  customerId: Id.optional(),
  invoiceId: Id.optional(),
  state: CreditNoteState.optional(),
  unused: z.enum(['some']).optional().meta({ description: 'Only those of which money is left.' }),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of its number or of the invoice’s.' }),
});

/** What of an invoice no credit note has taken yet. */
export const CreditableDto = z
  .object({
    invoiceId: Id,
    currency: CurrencyCode,
    lines: z.array(z.object(lineFields).meta({ id: 'CreditableLine' })),
    total: Amount,
    lastTaxDay: DateText,
  })
  .meta({ id: 'Creditable' });

export type CreditNoteReason = z.infer<typeof CreditNoteReason>;
export type CreditNoteLine = z.infer<typeof CreditNoteLine>;
export type CreateCreditNote = z.infer<typeof CreateCreditNote>;
export type ReplaceCreditNote = z.infer<typeof ReplaceCreditNote>;
export type IssueCreditNote = z.infer<typeof IssueCreditNote>;
export type ReturnCreditNote = z.infer<typeof ReturnCreditNote>;
export type UndoCreditNote = z.infer<typeof UndoCreditNote>;
export type CreditNoteState = z.infer<typeof CreditNoteState>;
export type CreditedLineDto = z.infer<typeof CreditedLineDto>;
export type CreditNoteSummaryDto = z.infer<typeof CreditNoteSummaryDto>;
export type CreditNoteDto = z.infer<typeof CreditNoteDto>;
export type CreditNotePage = z.infer<typeof CreditNotePage>;
export type ListCreditNotes = z.infer<typeof ListCreditNotes>;
export type CreditableDto = z.infer<typeof CreditableDto>;
