import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';

export const CreateInvoice = z
  .strictObject({
    customerId: Id,
    description: z.string().min(1).max(500).regex(/\S/, 'must not be blank'),
    total: PositiveAmount,
  })
  .meta({ id: 'CreateInvoice' });

export const IssueInvoice = z.strictObject({ on: DateText }).meta({ id: 'IssueInvoice' });

/** `issued` waits for the ledger; a `rejected` one shows why, and can be issued again once the cause is mended. */
export const InvoiceState = z.enum(['draft', 'issued', 'posted', 'rejected']);

export const InvoiceDto = z
  .object({
    id: Id,
    companyId: Id,
    customerId: Id,
    description: z.string(),
    currency: CurrencyCode,
    total: PositiveAmount,
    state: InvoiceState,
    number: z.string().nullable(),
    issuedOn: DateText.nullable(),
    entryId: Id.nullable().meta({ description: 'The journal entry of a posted invoice.' }),
    rejection: z.object({ code: z.string(), reason: z.string() }).nullable(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Invoice' });

export type CreateInvoice = z.infer<typeof CreateInvoice>;
export type IssueInvoice = z.infer<typeof IssueInvoice>;
export type InvoiceDto = z.infer<typeof InvoiceDto>;
export type InvoiceState = z.infer<typeof InvoiceState>;
