import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';

export const writeOffsKey = (companyId: string) => ['sales', companyId, 'write-offs'] as const;

export function useWriteOff(companyId: string, id: string) {
  return useQuery({
    queryKey: [...writeOffsKey(companyId), 'one', id],
    queryFn: async ({ signal }) =>
      (await api(sales.writeOffsGet, { path: { companyId, id } }, { signal })).body,
    // The ledger answers within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'undoing' ? askAgainMs(1_000, 'sales') : false,
  });
}
