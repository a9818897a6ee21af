import { common } from '@dhanman/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { useChosenCompany } from './chosen-company.js';
import { useSession } from './use-session.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await api(common.meGet, {}, { signal })).body,
  staleTime: 60_000,
});

/** Who is signed in and where; undefined while that is not known, or while nobody is. */
export function useMe(): common.Me | undefined {
  return useQuery({ ...meQuery, enabled: useSession() === 'signed-in' }).data;
}

export type Company = common.Me['companies'][number];

/** The company one works in: the one chosen last on this device, else the first. */
export function useCompany(): Company | undefined {
  const me = useMe();
  const chosen = useChosenCompany(me?.organization.id);
  const open = me?.companies.filter(({ isActive }) => isActive) ?? [];
  return open.find(({ id }) => id === chosen) ?? open[0];
}

/** Whether one may, in the organization as a whole or in the company one works in. */
export function useMay(): (permission: string) => boolean {
  const me = useMe();
  const company = useCompany();
  return (permission) =>
    me?.permissions.includes(permission) === true || company?.permissions.includes(permission) === true;
}
