import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import type { JournalStateName } from './journal-states.js';

/** As many as one page of a list can bring. */
const most = 200;

export const journalsKey = (companyId: string) => ['common', companyId, 'manual-journals'] as const;
export const attachmentsKey = (companyId: string, journalId: string) =>
  [...journalsKey(companyId), 'one', journalId, 'attachments'] as const;
export const chartKey = ['common', 'chart'] as const;

export function useJournals(companyId: string, state: JournalStateName | undefined) {
  return useQuery({
    queryKey: [...journalsKey(companyId), state],
    queryFn: async ({ signal }) => {
      const query = { limit: most, ...(state === undefined ? {} : { state }) };
      return (await api(common.manualJournalsList, { path: { companyId }, query }, { signal })).body.items;
    },
  });
}

export function useJournal(companyId: string, id: string) {
  return useQuery({
    queryKey: [...journalsKey(companyId), 'one', id],
    queryFn: async ({ signal }) =>
      (await api(common.manualJournalsGet, { path: { companyId, id } }, { signal })).body,
  });
}

/** The accounts of the organization, in the order of their numbers. */
export function useChart() {
  return useQuery({
    queryKey: chartKey,
    queryFn: async ({ signal }) => (await api(common.chartGet, {}, { signal })).body.accounts,
  });
}
