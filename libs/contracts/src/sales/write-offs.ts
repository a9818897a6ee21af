import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';
import { PostingDto, undoReason } from './receipts.js';
import { RefundState, UndoRefund } from './refunds.js';

/** What a customer owes for an invoice and will never pay: a bad debt. GST gives no tax back for it. */
export const CreateWriteOff = z
  .strictObject({
    invoiceId: Id,
    on: DateText,
    amount: PositiveAmount.meta({ description: 'All or a part of what is open of the invoice.' }),
    reason: undoReason,
  })
  .meta({ id: 'CreateWriteOff' });

/** After the ledger has refused it. The number stays, so the date stays in its financial year. */
export const CorrectWriteOff = z.strictObject({ on: DateText }).meta({ id: 'CorrectWriteOff' });

/** It is taken back as a refund is: what it wrote off is owed again. */
export const UndoWriteOff = z.strictObject(UndoRefund.shape).meta({ id: 'UndoWriteOff' });

export const WriteOffState = z.enum(RefundState.options).meta({ id: 'WriteOffState' });

const summaryFields = {
  id: Id,
  companyId: Id,
  customerId: Id,
  customerName: z.string(),
  invoiceId: Id,
  invoiceNumber: z.string(),
  number: z.string(),
  on: DateText,
  reason: z.string(),
  currency: CurrencyCode,
  amount: PositiveAmount,
  state: WriteOffState,
  rejection: z.object({ code: z.string(), reason: z.string() }).nullable(),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
};

export const WriteOffSummaryDto = z.object(summaryFields).meta({ id: 'WriteOffSummary' });

export const WriteOffDto = z
  .object({
    ...summaryFields,
    undoneOn: DateText.nullable(),
    undoneReason: z.string().nullable(),
    postings: z.array(PostingDto),
  })
  .meta({ id: 'WriteOff' });

export const WriteOffPage = pageOf('WriteOffPage', WriteOffSummaryDto);

export const ListWriteOffs = z.strictObject({
  ...pageQuery,
  sort: z.enum(['on', '-on', 'number', '-number', 'amount', '-amount']).optional().meta({ default: '-on' }),
  customerId: Id.optional(),
  invoiceId: Id.optional(),
  state: WriteOffState.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  q: z.string().min(1).max(100).optional().meta({
    description: 'Part of the number, or of that of the invoice.',
  }),
});

export type CreateWriteOff = z.infer<typeof CreateWriteOff>;
export type CorrectWriteOff = z.infer<typeof CorrectWriteOff>;
export type UndoWriteOff = z.infer<typeof UndoWriteOff>;
export type WriteOffSummaryDto = z.infer<typeof WriteOffSummaryDto>;
export type WriteOffDto = z.infer<typeof WriteOffDto>;
export type WriteOffPage = z.infer<typeof WriteOffPage>;
export type ListWriteOffs = z.infer<typeof ListWriteOffs>;
