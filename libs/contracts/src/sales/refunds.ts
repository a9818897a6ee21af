import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';
import { PostingDto, ReceiptMode, receiptAccount, receiptReference, undoReason } from './receipts.js';

/** Money of a customer's that is paid back: what a receipt or a credit note gave and no invoice has used. */
export const CreateRefund = z
  .strictObject({
    creditId: Id.meta({ description: 'The receipt or credit note whose unused money is paid back.' }),
    on: DateText,
    mode: ReceiptMode,
    amount: PositiveAmount,
    account: receiptAccount
      .optional()
      .meta({ description: 'Where the money comes from; the usual account for cash or for the bank.' }),
    reference: receiptReference.optional().meta({ description: 'Needed for a cheque and for UPI.' }),
    notes: z.string().max(500).optional(),
  })
  .meta({ id: 'CreateRefund' });

/** After the ledger has refused it. The number stays, so the date stays in its financial year. */
export const CorrectRefund = z
  .strictObject({ on: DateText, account: receiptAccount.optional() })
  .meta({ id: 'CorrectRefund' });

export const UndoRefund = z
  .strictObject({
    how: z.enum(['reversed', 'withdrawn']).meta({
      description: 'What was paid by mistake is reversed; what the ledger refused is withdrawn.',
    }),
    on: DateText,
    reason: undoReason,
  })
  .meta({ id: 'UndoRefund' });

/** `waiting` waits for the ledger; `undoing` waits for it to take the entry back. */
export const RefundState = z
  .enum(['waiting', 'posted', 'rejected', 'undoing', 'reversed', 'withdrawn'])
  .meta({ id: 'RefundState' });

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
  amount: PositiveAmount,
  credit: z.object({ document: z.enum(['receipt', 'credit-note']), id: Id, number: z.string() }),
  state: RefundState,
  rejection: z.object({ code: z.string(), reason: z.string() }).nullable(),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
};

export const RefundSummaryDto = z.object(summaryFields).meta({ id: 'RefundSummary' });

export const RefundDto = z
  .object({
    ...summaryFields,
    account: z.string().nullable(),
    notes: z.string().nullable(),
    undoneOn: DateText.nullable(),
    undoneReason: z.string().nullable(),
    postings: z.array(PostingDto),
  })
  .meta({ id: 'Refund' });

export const RefundPage = pageOf('RefundPage', RefundSummaryDto);

export const ListRefunds = z.strictObject({
  ...pageQuery,
  sort: z.enum(['on', '-on', 'number', '-number', 'amount', '-amount']).optional().meta({ default: '-on' }),
  customerId: Id.optional(),
  creditId: Id.optional(),
  state: RefundState.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of the number or reference.' }),
});

export type CreateRefund = z.infer<typeof CreateRefund>;
export type CorrectRefund = z.infer<typeof CorrectRefund>;
export type UndoRefund = z.infer<typeof UndoRefund>;
export type RefundState = z.infer<typeof RefundState>;
export type RefundSummaryDto = z.infer<typeof RefundSummaryDto>;
export type RefundDto = z.infer<typeof RefundDto>;
export type RefundPage = z.infer<typeof RefundPage>;
export type ListRefunds = z.infer<typeof ListRefunds>;
