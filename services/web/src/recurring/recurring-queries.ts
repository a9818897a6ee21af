import { sales } from '@dhanman/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';
import { today } from '../sales/sale-options.js';
import { useSettled } from '../sales/use-tax-quote.js';

export const recurringKey = (companyId: string) => ['sales', companyId, 'recurring'] as const;

export function useRecurringList(companyId: string) {
  return useQuery({
    queryKey: recurringKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(sales.recurringInvoicesList, { path: { companyId } }, { signal })).body.recurring,
  });
}

export function useRecurring(companyId: string, id: string) {
  return useQuery({
    queryKey: [...recurringKey(companyId), id],
    queryFn: async ({ signal }) =>
      (await api(sales.recurringInvoicesGet, { path: { companyId, id } }, { signal })).body,
    // Dates that have come are made up for within moments: whoever looks sees them arrive.
    refetchInterval: ({ state: { data } }) => (data && isMaking(data) ? askAgainMs(1_000, 'sales') : false),
  });
}

function isMaking({ state, nextOn }: sales.RecurringInvoice): boolean {
  return state === 'active' && nextOn !== null && nextOn <= today();
}

/** The next dates and amounts of what is being typed. */
export function useRecurringPreview(companyId: string, written: sales.CreateRecurringInvoice | undefined) {
  const asked = useSettled(written === undefined ? '' : JSON.stringify(written));
  return useQuery({
    queryKey: [...recurringKey(companyId), 'preview', asked],
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const body = JSON.parse(asked) as sales.CreateRecurringInvoice;
      return (await api(sales.recurringInvoicesPreview, { path: { companyId }, body }, { signal })).body;
    },
  });
}
