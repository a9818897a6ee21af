import { z } from 'zod';
import { job } from '../contract.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';
import { InvoiceMaking } from './recurring-invoices.js';
import { InvoiceState } from './invoices.js';
import { SaleLine, saleOptions } from './tax.js';

const name = z.string().min(1).max(100).regex(/\S/, 'must not be blank');

/** Whom a run bills: everybody, whom a text finds by name or code, or those of a list. */
const RunCustomers = z
  .strictObject({
    q: z.string().min(1).max(100).optional().meta({ description: 'Part of the name or of the code.' }),
    ids: z.array(Id).min(1).max(10_000).optional(),
  })
  .meta({ id: 'RunCustomers', description: 'Empty: every customer of the company.' });

/** The same lines for many customers, with the tax of each. */
export const StartInvoiceRun = z
  .strictObject({
    name: name.meta({
      description: 'Names the run within the company, once: nobody is billed twice for it.',
    }),
    makes: InvoiceMaking,
    customers: RunCustomers,
    lines: z.array(SaleLine).min(1).max(500),
    ...saleOptions,
    on: DateText,
    dueOn: DateText.optional(),
    notes: z.string().max(500).optional(),
  })
  .meta({ id: 'StartInvoiceRun' });

const previewed = { customerId: Id, customerName: z.string() };

export const InvoiceRunPreview = z
  .object({
    currency: CurrencyCode,
    bills: z.int(),
    total: Amount,
    sample: z.array(z.object({ ...previewed, total: Amount })).meta({ description: 'The first ten.' }),
    problems: z.array(z.object({ ...previewed, reason: z.string() })).meta({
      description: 'Who could not be billed as things stand, the first fifty.',
    }),
    problemCount: z.int(),
  })
  .meta({ id: 'InvoiceRunPreview' });

export const InvoiceRunState = z.enum(['running', 'finished', 'cancelled']).meta({ id: 'InvoiceRunState' });

export const InvoiceRunDto = z
  .object({
    id: Id,
    companyId: Id,
    name: z.string(),
    makes: InvoiceMaking,
    state: InvoiceRunState,
    on: DateText,
    dueOn: DateText.nullable(),
    waiting: z.int(),
    made: z.int(),
    failed: z.int(),
    currency: CurrencyCode,
    total: Amount.meta({ description: 'Of the bills made so far.' }),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'InvoiceRun' });

export const InvoiceRuns = z.object({ runs: z.array(InvoiceRunDto) }).meta({ id: 'InvoiceRuns' });

export const RunBillState = z.enum(['waiting', 'made', 'failed']).meta({ id: 'RunBillState' });

export const RunBillDto = z
  .object({
    customerId: Id,
    customerName: z.string(),
    state: RunBillState,
    failure: z.object({ code: z.string(), reason: z.string() }).nullable(),
    invoice: z
      .object({ id: Id, number: z.string().nullable(), state: InvoiceState, total: Amount })
      .nullable(),
  })
  .meta({ id: 'RunBill' });

export const RunBillPage = pageOf('RunBillPage', RunBillDto);

export const ListRunBills = z.strictObject({ ...pageQuery, state: RunBillState.optional() });

export const RetryInvoiceRun = z
  .strictObject({
    on: DateText.optional().meta({
      description: 'Another date, where the one of the run has become too early.',
    }),
  })
  .meta({ id: 'RetryInvoiceRun' });

export const MakeRunBills = job('sales.make-run-bills.v1', {
  summary: 'Makes the next bills of a run, and asks for those after them.',
  // Behind the papers of its own bills it would wait for all of them.
  queue: 'critical',
  payload: z.object({ runId: Id }),
});

export type StartInvoiceRun = z.infer<typeof StartInvoiceRun>;
export type InvoiceRunPreview = z.infer<typeof InvoiceRunPreview>;
export type InvoiceRunState = z.infer<typeof InvoiceRunState>;
export type InvoiceRunDto = z.infer<typeof InvoiceRunDto>;
export type InvoiceRuns = z.infer<typeof InvoiceRuns>;
export type RunBillState = z.infer<typeof RunBillState>;
export type RunBillDto = z.infer<typeof RunBillDto>;
export type RunBillPage = z.infer<typeof RunBillPage>;
export type ListRunBills = z.infer<typeof ListRunBills>;
export type RetryInvoiceRun = z.infer<typeof RetryInvoiceRun>;
