import { type InvoiceStateName, invoiceStateIn } from './invoice-states.js';

/** What a list is asked for stands in its address: it can be sent to others and gone back to. */
export interface ListSearch {
  readonly q?: string;
}

export const invoiceSorts = [
  ...(['-on', 'on', 'dueOn', '-total', 'total'] as const),
  ...(['-number', 'number'] as const),
];

export const invoicePayments = ['open', 'overdue', 'unpaid', 'partly-paid', 'paid', 'written-off'] as const;

export type InvoicePayment = (typeof invoicePayments)[number];

export type InvoiceSort = (typeof invoiceSorts)[number];

export interface InvoicesSearch extends ListSearch {
  readonly state?: InvoiceStateName;
  readonly payment?: InvoicePayment;
  /** The first and the last day of the bills. */
  readonly from?: string;
  readonly until?: string;
  readonly sort?: InvoiceSort;
}

export function listSearch({ q }: Record<string, unknown>): ListSearch {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : '';
  return text === '' ? {} : { q: text };
}

export function invoicesSearch(search: Record<string, unknown>): InvoicesSearch {
  const state = invoiceStateIn(search['state']);
  const payment = invoicePayments.find((one) => one === search['payment']);
  const sort = invoiceSorts.find((one) => one === search['sort']);
  const [from, until] = [dayIn(search['from']), dayIn(search['until'])];
  return {
    ...listSearch(search),
    ...(state !== undefined && { state }),
    ...(payment !== undefined && { payment }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(sort !== undefined && { sort }),
  };
}

/** A day in the form in which services take it; whether there is such a day they say themselves. */
function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** A document that is begun for a customer. */
export function forCustomer({ customerId }: Record<string, unknown>): { readonly customerId?: string } {
  return typeof customerId === 'string' ? { customerId } : {};
}
