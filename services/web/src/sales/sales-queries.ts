import { sales } from '@dhanman/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';

/** As many as one page of a list can bring; beyond that one looks by name. */
const most = 200;

export const customersKey = (companyId: string) => ['sales', companyId, 'customers'] as const;
export const productsKey = (companyId: string) => ['sales', companyId, 'products'] as const;
export const taxSettingsKey = (companyId: string) => ['sales', companyId, 'tax-settings'] as const;
export const paperSettingsKey = (companyId: string) => ['sales', companyId, 'paper-settings'] as const;
export const approvalKey = (companyId: string) => ['sales', companyId, 'approval'] as const;
export const invoicesKey = (companyId: string) => ['sales', companyId, 'invoices'] as const;

export const invoiceKey = (companyId: string, id: string) => [...invoicesKey(companyId), 'one', id] as const;

export function useCustomers(companyId: string) {
  return useQuery({
    queryKey: customersKey(companyId),
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: { limit: most } };
      return (await api(sales.customersList, request, { signal })).body.items;
    },
  });
}

/** Those whose name, code or GSTIN has this in it; the first of them. */
export function useCustomersLike(companyId: string, q: string) {
  return useQuery({
    queryKey: [...customersKey(companyId), 'like', q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { limit: most, ...(q !== '' && { q }) };
      return (await api(sales.customersList, { path: { companyId }, query }, { signal })).body;
    },
  });
}

/** Nobody is asked for where nobody is named. */
export function useCustomer(companyId: string, id: string | undefined) {
  return useQuery({
    queryKey: [...customersKey(companyId), 'one', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) =>
      (await api(sales.customersGet, { path: { companyId, id: id ?? '' } }, { signal })).body,
  });
}

export function useProducts(companyId: string) {
  return useQuery({
    queryKey: [...productsKey(companyId), 'all'],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: { limit: most } };
      return (await api(sales.productsList, request, { signal })).body.items;
    },
  });
}

export function useInvoice(companyId: string, id: string) {
  return useQuery({
    queryKey: invoiceKey(companyId, id),
    queryFn: async ({ signal }) =>
      (await api(sales.invoicesGet, { path: { companyId, id } }, { signal })).body,
    // The ledger answers within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) =>
      data && waitsForLedger(data) ? askAgainMs(1_000, 'sales') : false,
  });
}

function waitsForLedger({ state, cancellation }: sales.Invoice): boolean {
  return state === 'issued' || (state === 'posted' && cancellation !== null);
}
