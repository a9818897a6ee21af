import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';

export const openingKey = (companyId: string) => ['common', companyId, 'opening-balances'] as const;

export function useOpening(companyId: string) {
  return useQuery({
    queryKey: openingKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(common.openingBalancesGet, { path: { companyId } }, { signal })).body,
  });
}
