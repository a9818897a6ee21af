import { z } from 'zod';
import { reportFormat, reportSpan } from '../common/reports.js';
import { Id } from '../http/shared.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';

const asOf = reportSpan.asOf;
const customerId = Id.optional().meta({ description: 'Of this customer alone, invoice by invoice.' });

/** What customers owe, by how long it is due. */
export const ReadAgeing = z.strictObject({
  asOf,
  format: reportFormat,
  customerId,
  detail: z.enum(['customers', 'invoices']).optional().meta({
    description: 'Each customer in a line, or each open invoice below its customer.',
    default: 'customers',
  }),
});

/** What each customer owes and has given in advance, and since when. */
export const ReadDues = z.strictObject({
  asOf,
  format: reportFormat,
  only: z.enum(['overdue']).optional().meta({ description: 'Those alone who are late.' }),
});

/** Everything between the company and a customer, with the balance after each line. */
export const ReadCustomerLedger = z.strictObject({
  asOf,
  from: reportSpan.from,
  format: reportFormat,
});

export const ReadInvoiceFigures = z.strictObject({
  from: DateText.optional().meta({ description: 'The first day; that of the financial year of `until`.' }),
  until: DateText.optional().meta({ description: 'The last day; today, where the company is.' }),
});

const share = z.string().meta({ description: 'In per cent, with one decimal.', examples: ['86.3'] });

const Card = z
  .object({ amount: Amount, count: z.int().min(0), countShare: share.nullable() })
  .meta({ id: 'InvoiceFigure' });

/** The invoices of some days, as they stand today. */
export const InvoiceFiguresDto = z
  .object({
    from: DateText,
    until: DateText,
    currency: CurrencyCode,
    paid: Card.meta({
      description: 'Settled in full; the amount is all that was settled and not written off.',
    }),
    unpaid: Card.meta({ description: 'Something is open; the amount is what is open.' }),
    overdue: Card.meta({ description: 'Of the unpaid ones those that were due before today.' }),
    writtenOff: Card.meta({ description: 'What will not come; those of which nothing is open.' }),
    all: Card,
    amountPaidShare: share.nullable(),
    months: z.array(
      z
        .object({ month: z.string().meta({ examples: ['2026-04'] }), billed: Amount, collected: Amount })
        .meta({ id: 'InvoiceMonth' }),
    ),
  })
  .meta({ id: 'InvoiceFigures' });

export type ReadAgeing = z.infer<typeof ReadAgeing>;
export type ReadDues = z.infer<typeof ReadDues>;
export type ReadCustomerLedger = z.infer<typeof ReadCustomerLedger>;
export type ReadInvoiceFigures = z.infer<typeof ReadInvoiceFigures>;
export type InvoiceFiguresDto = z.infer<typeof InvoiceFiguresDto>;
