import { type InvoiceStateName, invoiceStateIn } from './invoice-states.js';

/** What a list is asked for stands in its address: it can be sent to others and gone back to. */
export interface ListSearch {
  readonly q?: string;
}

export const invoiceSorts = ['-on', 'on', '-total', 'total', '-number', 'number'] as const;

export type InvoiceSort = (typeof invoiceSorts)[number];

export interface InvoicesSearch extends ListSearch {
  readonly state?: InvoiceStateName;
  readonly sort?: InvoiceSort;
}

export function listSearch({ q }: Record<string, unknown>): ListSearch {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : '';
  return text === '' ? {} : { q: text };
}

export function invoicesSearch(search: Record<string, unknown>): InvoicesSearch {
  const state = invoiceStateIn(search['state']);
  const sort = invoiceSorts.find((one) => one === search['sort']);
  return {
    ...listSearch(search),
    ...(state === undefined ? {} : { state }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** A document that is begun for a customer. */
export function forCustomer({ customerId }: Record<string, unknown>): { readonly customerId?: string } {
  return typeof customerId === 'string' ? { customerId } : {};
}
