import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';

export const creditNotesKey = (companyId: string) => ['sales', companyId, 'credit-notes'] as const;

export function useCreditNote(companyId: string, id: string) {
  return useQuery({
    queryKey: [...creditNotesKey(companyId), 'one', id],
    queryFn: async ({ signal }) =>
      (await api(sales.creditNotesGet, { path: { companyId, id } }, { signal })).body,
    // The ledger answers within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? askAgainMs(1_000, 'sales') : false),
  });
}

function isMoving({ postings }: sales.CreditNote): boolean {
  return postings.some(({ state }) => state === 'asked' || state === 'reversing');
}

/** What of an invoice no note has taken yet. */
export function useCreditable(companyId: string, id: string) {
  return useQuery({
    queryKey: [...creditNotesKey(companyId), 'creditable', id],
    queryFn: async ({ signal }) =>
      (await api(sales.creditableGet, { path: { companyId, id } }, { signal })).body,
  });
}
