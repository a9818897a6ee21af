import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { rhythmFields } from '../rhythm.js';
import { scheduledJob } from '../scheduled.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';
import { InvoiceState } from './invoices.js';
import { saleFields, SaleLine, saleOptions } from './tax.js';

const name = z.string().min(1).max(100).regex(/\S/, 'must not be blank');

/** Whether what is made waits for somebody to look at it, or goes out by itself. */
export const InvoiceMaking = z.enum(['draft', 'issued']).meta({ id: 'InvoiceMaking' });

export const PriceChange = z
  .strictObject({
    from: DateText.meta({ description: 'The first period that has this price.' }),
    line: z.int().min(1).max(500).meta({ description: 'The place of the line, from 1 on.' }),
    price: Amount,
  })
  .meta({ id: 'PriceChange' });

const InvoiceRhythm = z.strictObject(rhythmFields).meta({ id: 'InvoiceRhythm' });

export const CreateRecurringInvoice = z
  .strictObject({
    name,
    makes: InvoiceMaking,
    ...saleFields,
    notes: z.string().max(500).optional(),
    dueDays: z.int().min(0).max(365).optional().meta({
      description: 'How many days after its date each invoice is due.',
    }),
    rhythm: InvoiceRhythm,
    priceChanges: z.array(PriceChange).max(100).optional(),
  })
  .meta({ id: 'CreateRecurringInvoice' });

/** Replaces the whole, for the invoices that come after it. */
export const ReplaceRecurringInvoice = CreateRecurringInvoice.meta({ id: 'ReplaceRecurringInvoice' });

/** `finished` has made all of its invoices. */
export const RecurringInvoiceState = z
  .enum(['active', 'paused', 'finished', 'discarded'])
  .meta({ id: 'RecurringInvoiceState' });

const UpcomingInvoice = z
  .object({
    on: DateText,
    total: Amount.nullable().meta({ description: 'Unknown where it could not be made as things stand.' }),
    problem: z.string().nullable(),
  })
  .meta({ id: 'UpcomingInvoice' });

export const RecurringPreview = z
  .object({ currency: CurrencyCode, upcoming: z.array(UpcomingInvoice) })
  .meta({ id: 'RecurringPreview' });

/** What became of one date. A failed one says why and can be tried again. */
export const RecurringPeriod = z
  .object({
    on: DateText,
    state: z.enum(['made', 'failed']),
    failure: z.object({ code: z.string(), reason: z.string() }).nullable(),
    invoice: z
      .object({
        id: Id,
        number: z.string().nullable(),
        state: InvoiceState,
        total: Amount,
        rejection: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'RecurringPeriod' });

const summary = {
  id: Id,
  companyId: Id,
  name: z.string(),
  customerId: Id,
  customerName: z.string(),
  makes: InvoiceMaking,
  rhythm: z.object(InvoiceRhythm.shape).meta({ id: 'InvoiceRhythmDto' }),
  state: RecurringInvoiceState,
  nextOn: DateText.nullable(),
  failed: z.int().meta({ description: 'How many of its dates have no invoice because something was wrong.' }),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
  updatedAt: Instant,
};

export const RecurringInvoiceDto = z
  .object({
    ...summary,
    currency: CurrencyCode,
    notes: z.string().nullable(),
    dueDays: z.int().nullable(),
    ...saleOptions,
    lines: z.array(z.object(SaleLine.shape)),
    priceChanges: z.array(z.object(PriceChange.shape)),
    upcoming: z.array(UpcomingInvoice).meta({ description: 'The next invoices, six at most.' }),
    periods: z.array(RecurringPeriod).meta({ description: 'The last twenty-four dates, latest first.' }),
  })
  .meta({ id: 'RecurringInvoice' });

export const RecurringInvoices = z
  .object({ recurring: z.array(z.object(summary).meta({ id: 'RecurringInvoiceSummary' })) })
  .meta({ id: 'RecurringInvoices' });

export const RetryPeriod = z.strictObject({ on: DateText }).meta({ id: 'RetryPeriod' });

export const MakeRecurringInvoice = scheduledJob('sales.make-recurring-invoice.v1', {
  summary: 'Makes the invoice of a date that has come; its subject is the recurring invoice.',
});

export type InvoiceMaking = z.infer<typeof InvoiceMaking>;
export type PriceChange = z.infer<typeof PriceChange>;
export type CreateRecurringInvoice = z.infer<typeof CreateRecurringInvoice>;
export type ReplaceRecurringInvoice = z.infer<typeof ReplaceRecurringInvoice>;
export type RecurringInvoiceState = z.infer<typeof RecurringInvoiceState>;
export type RecurringPreview = z.infer<typeof RecurringPreview>;
export type RecurringPeriod = z.infer<typeof RecurringPeriod>;
export type RecurringInvoiceDto = z.infer<typeof RecurringInvoiceDto>;
export type RecurringInvoices = z.infer<typeof RecurringInvoices>;
export type RetryPeriod = z.infer<typeof RetryPeriod>;
