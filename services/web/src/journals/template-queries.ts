import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';

export const templatesKey = (companyId: string) => ['common', companyId, 'journal-templates'] as const;

export function useTemplates(companyId: string) {
  return useQuery({
    queryKey: templatesKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(common.journalTemplatesList, { path: { companyId } }, { signal })).body.templates,
  });
}

export function useTemplate(companyId: string, id: string) {
  return useQuery({
    queryKey: [...templatesKey(companyId), id],
    queryFn: async ({ signal }) =>
      (await api(common.journalTemplatesGet, { path: { companyId, id } }, { signal })).body,
  });
}
