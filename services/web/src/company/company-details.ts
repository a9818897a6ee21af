import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';

export const companyKey = (companyId: string) => ['common', companyId, 'company'] as const;

/** Everything that is settled about a company. */
export function useCompanyDetails(companyId: string) {
  return useQuery({
    queryKey: companyKey(companyId),
    queryFn: async ({ signal }) => (await api(common.companiesGet, { path: { companyId } }, { signal })).body,
  });
}

/** Changes what is named, unless somebody else changed the company since it was read. */
export function patchCompany({ id: companyId, version }: common.Company, body: common.PatchCompany) {
  return api(common.companiesPatch, {
    path: { companyId },
    headers: { 'If-Match': `"${String(version)}"` },
    body,
  });
}
