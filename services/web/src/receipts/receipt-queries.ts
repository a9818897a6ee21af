import { sales } from '@dhanman/client';
import { PlainDate, systemClock } from '@dhanman/kernel';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';
import { invoicesKey } from '../sales/sales-queries.js';
import { byDueDate } from './spending.js';

/** As many as one page brings; whoever has more open settles them oldest first. */
const most = 200;

export const receiptsKey = (companyId: string) => ['sales', companyId, 'receipts'] as const;

export function useReceipt(companyId: string, id: string) {
  return useQuery({
    queryKey: [...receiptsKey(companyId), 'one', id],
    queryFn: async ({ signal }) =>
      (await api(sales.receiptsGet, { path: { companyId, id } }, { signal })).body,
    // The ledger answers within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? askAgainMs(1_000, 'sales') : false),
  });
}

function isMoving({ postings }: sales.Receipt): boolean {
  return postings.some(({ state }) => state === 'asked' || state === 'reversing');
}

/** What a customer has not paid yet, as it falls due. */
export function useOpenInvoices(companyId: string, customerId: string) {
  return useQuery({
    queryKey: [...invoicesKey(companyId), 'open', customerId],
    enabled: customerId !== '',
    queryFn: async ({ signal }) => {
      const query = { customerId, payment: 'open', sort: 'on', limit: most } as const;
      const { items } = (await api(sales.invoicesList, { path: { companyId }, query }, { signal })).body;
      return byDueDate(items, (on, days) => PlainDate.parse(on).addDays(days).toString());
    },
  });
}

export function useSettlements(companyId: string, { id, settled }: sales.Invoice, isAsked: boolean) {
  return useQuery({
    queryKey: [...invoicesKey(companyId), 'settlements', id, settled],
    enabled: isAsked,
    queryFn: async ({ signal }) =>
      (await api(sales.invoiceSettlementsList, { path: { companyId, id } }, { signal })).body.items,
  });
}

/** Where the books are kept it may be tomorrow already. */
export function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
