import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { apiKeysKey } from '../programs/api-keys-key.js';
import { membersKey } from '../people/members-key.js';
import { useMay, useMe } from '../session/me.js';

export type Names = ReadonlyMap<string, string>;

/** How whoever is behind an id is called: people, programs and companies, as far as one may see them. */
export function useNames(): { readonly people: Names; readonly all: Names } {
  const may = useMay();
  const me = useMe();
  const { data: members = [] } = useQuery({
    queryKey: membersKey,
    enabled: may('dhanman.common.membership.read'),
    queryFn: async ({ signal }) =>
      (await api(common.membershipsList, { query: { limit: 200 } }, { signal })).body.items,
  });
  const { data: keys = [] } = useQuery({
    queryKey: apiKeysKey,
    enabled: may('dhanman.common.api-key.read'),
    queryFn: async ({ signal }) =>
      (await api(common.apiKeysList, { query: { limit: 200 } }, { signal })).body.items,
  });
  const people = [...members.map(({ personId, name }) => [personId, name] as const)];
  const programs = keys.map(({ id, name }) => [id, name] as const);
  const companies = (me?.companies ?? []).map(({ id, name }) => [id, name] as const);
  const actors = new Map([...people, ...programs]);
  return { people: actors, all: new Map([...actors, ...companies]) };
}
