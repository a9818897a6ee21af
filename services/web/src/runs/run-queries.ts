import { sales } from '@dhanman/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';
import { usePaged } from '../sales/paged.js';

const oftenMs = 1_000;
const nowAndThenMs = 5_000;

export const runsKey = (companyId: string) => ['sales', companyId, 'invoice-runs'] as const;

export const billsKey = (companyId: string, id: string) => [...runsKey(companyId), id, 'bills'] as const;

export function useRuns(companyId: string) {
  return useQuery({
    queryKey: [...runsKey(companyId), 'list'],
    queryFn: async ({ signal }) =>
      (await api(sales.invoiceRunsList, { path: { companyId } }, { signal })).body.runs,
    refetchInterval: ({ state: { data } }) => (data?.some(isRunning) ? askAgainMs(oftenMs, 'sales') : false),
  });
}

export function useRun(companyId: string, id: string) {
  return useQuery({
    queryKey: [...runsKey(companyId), id, 'one'],
    queryFn: async ({ signal }) =>
      (await api(sales.invoiceRunsGet, { path: { companyId, id } }, { signal })).body,
    // Bills are made a few at a time: whoever looks sees them arrive.
    refetchInterval: ({ state: { data } }) => data !== undefined && pauseMs(data),
  });
}

/** Its bills in the order they are made in, all of them or those of one state. */
export function useRunBills(companyId: string, id: string, state: sales.RunBillState | undefined) {
  return usePaged([...billsKey(companyId, id), state ?? 'all'], async (page, signal) => {
    const query = { ...page, ...(state !== undefined && { state }) };
    return (await api(sales.invoiceRunsBills, { path: { companyId, id }, query }, { signal })).body;
  });
}

/** Customers whose name or code is being typed. */
export function useFoundCustomers(companyId: string, q: string) {
  return useQuery({
    queryKey: [...runsKey(companyId), 'customers', q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { limit: 50, ...(q !== '' && { q }) };
      return (await api(sales.customersList, { path: { companyId }, query }, { signal })).body.items;
    },
  });
}

/** The bills in hand while it is cancelled are still made. */
function pauseMs(run: sales.InvoiceRun): number | false {
  if (isRunning(run)) return askAgainMs(oftenMs, 'sales');
  return run.state === 'cancelled' && run.waiting > 0 ? askAgainMs(nowAndThenMs, 'sales') : false;
}

function isRunning({ state }: sales.InvoiceRun): boolean {
  return state === 'running';
}
