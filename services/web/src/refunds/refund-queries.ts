import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';
import { useMay } from '../session/me.js';

/** As many as one page brings. */
const most = 200;

export const refundsKey = (companyId: string) => ['sales', companyId, 'refunds'] as const;

export function useRefund(companyId: string, id: string) {
  return useQuery({
    queryKey: [...refundsKey(companyId), 'one', id],
    queryFn: async ({ signal }) =>
      (await api(sales.refundsGet, { path: { companyId, id } }, { signal })).body,
    // The ledger answers within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? askAgainMs(1_000, 'sales') : false),
  });
}

function isMoving({ postings }: sales.Refund): boolean {
  return postings.some(({ state }) => state === 'asked' || state === 'reversing');
}

/** What of a receipt or a credit note was paid back. */
export function useRefundsOf(companyId: string, creditId: string) {
  const may = useMay();
  return useQuery({
    queryKey: [...refundsKey(companyId), 'of', creditId],
    enabled: may('dhanman.sales.refund.read'),
    queryFn: async ({ signal }) => {
      const query = { creditId, sort: 'on', limit: most } as const;
      return (await api(sales.refundsList, { path: { companyId }, query }, { signal })).body.items;
    },
  });
}

/** A receipt or a credit note of which something is left for the customer. */
export interface UnusedCredit {
  readonly id: string;
  readonly number: string;
  readonly on: string;
  readonly left: string;
}

/** What can be paid back to a customer, the oldest money first. */
export function useUnusedCredits(companyId: string, customerId: string, isAsked = true) {
  const may = useMay();
  const [receipts, notes] = [may('dhanman.sales.receipt.read'), may('dhanman.sales.credit-note.read')];
  return useQuery({
    queryKey: [...refundsKey(companyId), 'unused', customerId, receipts, notes],
    enabled: isAsked && customerId !== '',
    queryFn: async ({ signal }) => {
      const query = { customerId, unused: 'some', state: 'posted', sort: 'on', limit: most } as const;
      const request = { path: { companyId }, query };
      const [received, credited] = await Promise.all([
        receipts ? api(sales.receiptsList, request, { signal }) : undefined,
        notes ? api(sales.creditNotesList, request, { signal }) : undefined,
      ]);
      return [...(received?.body.items ?? []), ...(credited?.body.items ?? [])]
        .map(({ id, number, on, advance: left }): UnusedCredit => ({ id, number: number ?? '', on, left }))
        .toSorted((one, other) => one.on.localeCompare(other.on));
    },
  });
}
