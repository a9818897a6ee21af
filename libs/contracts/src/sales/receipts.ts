import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode, DateText, PositiveAmount } from '../shared.js';

export const ReceiptMode = z.enum(['cash', 'bank', 'cheque', 'upi']).meta({ id: 'ReceiptMode' });

export const receiptReference = z
  .string()
  .min(1)
  .max(60)
  .regex(/\S/, 'must not be blank')
  .meta({ examples: ['412345678901'] });
export const receiptAccount = z
  .string()
  .regex(/^1[0-9]{2,9}$/, 'must be the number of an account for assets, such as 11120')
  .meta({
    examples: ['11120'],
    description: 'Where the money lies now; the usual account for cash or for the bank unless stated.',
  });
export const undoReason = z.string().min(1).max(200).regex(/\S/, 'must not be blank');

export const AllocationShare = z
  .strictObject({ invoiceId: Id, amount: PositiveAmount })
  .meta({ id: 'AllocationShare' });

const shares = z.array(AllocationShare).max(200);

/** Money that a customer has given. What settles no invoice is kept for the customer as an advance. */
export const CreateReceipt = z
  .strictObject({
    customerId: Id,
    on: DateText,
    mode: ReceiptMode,
    amount: PositiveAmount,
    tds: Amount.optional().meta({
      default: '0.00',
      description: 'Tax that the customer has deducted: it settles invoices like money.',
    }),
    account: receiptAccount.optional(),
    reference: receiptReference.optional().meta({ description: 'Needed for a cheque and for UPI.' }),
    notes: z.string().max(500).optional(),
    allocations: shares.optional().meta({
      description: 'Left out, the oldest invoices are settled first; empty, all of it is an advance.',
    }),
  })
  .meta({ id: 'CreateReceipt' });

/** After the ledger has refused it. The number stays, so the date stays in its financial year. */
export const CorrectReceipt = z
  .strictObject({ on: DateText, account: receiptAccount.optional() })
  .meta({ id: 'CorrectReceipt' });

/** `waiting` waits for the ledger; `undoing` waits for it to take the entry back. */
export const ReceiptState = z
  .enum(['waiting', 'posted', 'rejected', 'undoing', 'reversed', 'bounced', 'withdrawn'])
  .meta({ id: 'ReceiptState' });

const rejection = z.object({ code: z.string(), reason: z.string() }).nullable();

const summaryFields = {
  id: Id,
  companyId: Id,
  customerId: Id,
  customerName: z.string(),
  number: z.string(),
  on: DateText,
  mode: ReceiptMode,
  reference: z.string().nullable(),
  currency: CurrencyCode,
  amount: Amount,
  tds: Amount,
  allocated: Amount.meta({ description: 'What of it has settled invoices or was given back.' }),
  advance: Amount.meta({ description: 'What is left of it for the customer.' }),
  state: ReceiptState,
  rejection,
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
};

export const ReceiptSummaryDto = z.object(summaryFields).meta({ id: 'ReceiptSummary' });

export const AllocationDto = z
  .object({
    id: Id,
    invoiceId: Id,
    invoiceNumber: z.string(),
    amount: Amount,
    on: DateText,
    releasedOn: DateText.nullable(),
  })
  .meta({ id: 'Allocation' });

export const PostingState = z
  .enum(['asked', 'posted', 'rejected', 'reversing', 'reversed'])
  .meta({ id: 'PostingState' });

/** One thing that the ledger was asked to enter for a document. */
export const PostingDto = z
  .object({
    id: Id,
    document: z.string(),
    purpose: z.string(),
    on: DateText,
    amount: Amount,
    state: PostingState,
    entryId: Id.nullable(),
    reversalEntryId: Id.nullable(),
    rejection,
    askedAt: Instant,
  })
  .meta({ id: 'Posting' });

export const ReceiptDto = z
  .object({
    ...summaryFields,
    account: z.string().nullable(),
    notes: z.string().nullable(),
    undoneOn: DateText.nullable(),
    undoneReason: z.string().nullable(),
    allocations: z.array(AllocationDto),
    postings: z.array(PostingDto),
    sameReference: z
      .array(z.object({ id: Id, number: z.string() }))
      .meta({ description: 'Other receipts with this reference: is it the same money?' }),
  })
  .meta({ id: 'Receipt' });

export const ReceiptPage = pageOf('ReceiptPage', ReceiptSummaryDto);

export const ListReceipts = z.strictObject({
  ...pageQuery,
  sort: z.enum(['on', '-on', 'number', '-number', 'amount', '-amount']).optional().meta({ default: '-on' }),
  customerId: Id.optional(),
  mode: ReceiptMode.optional(),
  state: ReceiptState.optional(),
  unused: z.enum(['some']).optional().meta({ description: 'Only those of which money is left.' }),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of the number or reference.' }),
});

export const ApplyAdvance = z
  .strictObject({ on: DateText, allocations: shares.min(1).optional() })
  .meta({ id: 'ApplyAdvance' });

export const ReleaseAllocations = z
  .strictObject({ on: DateText, allocationIds: z.array(Id).min(1).max(200) })
  .meta({ id: 'ReleaseAllocations' });

export const UndoReceipt = z
  .strictObject({
    how: z.enum(['bounced', 'reversed', 'withdrawn']).meta({
      description:
        'A cheque bounces; what was entered by mistake is reversed; what the ledger refused is withdrawn.',
    }),
    on: DateText,
    reason: undoReason,
  })
  .meta({ id: 'UndoReceipt' });

/** What has settled an invoice, also what no longer does. */
export const InvoiceSettlements = z
  .object({
    items: z.array(
      z
        .object({
          id: Id,
          document: z.enum(['receipt', 'credit-note', 'write-off']),
          documentId: Id,
          number: z.string(),
          mode: ReceiptMode.nullable(),
          amount: Amount,
          on: DateText,
          releasedOn: DateText.nullable(),
        })
        .meta({ id: 'InvoiceSettlement' }),
    ),
  })
  .meta({ id: 'InvoiceSettlements' });

export type InvoiceSettlements = z.infer<typeof InvoiceSettlements>;
export type ReceiptMode = z.infer<typeof ReceiptMode>;
export type CreateReceipt = z.infer<typeof CreateReceipt>;
export type CorrectReceipt = z.infer<typeof CorrectReceipt>;
export type ReceiptState = z.infer<typeof ReceiptState>;
export type ReceiptSummaryDto = z.infer<typeof ReceiptSummaryDto>;
export type AllocationDto = z.infer<typeof AllocationDto>;
export type AllocationShare = z.infer<typeof AllocationShare>;
export type PostingState = z.infer<typeof PostingState>;
export type PostingDto = z.infer<typeof PostingDto>;
export type ReceiptDto = z.infer<typeof ReceiptDto>;
export type ReceiptPage = z.infer<typeof ReceiptPage>;
export type ListReceipts = z.infer<typeof ListReceipts>;
export type ApplyAdvance = z.infer<typeof ApplyAdvance>;
export type ReleaseAllocations = z.infer<typeof ReleaseAllocations>;
export type UndoReceipt = z.infer<typeof UndoReceipt>;
