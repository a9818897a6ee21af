import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { usePaged } from '../sales/paged.js';

export const remindersKey = (companyId: string) => ['sales', companyId, 'reminders'] as const;
export const reminderPlanKey = (companyId: string) => ['sales', companyId, 'reminder-plan'] as const;
export const preferenceKey = (companyId: string, customerId: string) =>
  ['sales', companyId, 'reminder-preference', customerId] as const;

interface Which {
  readonly state?: sales.Reminder['state'];
  readonly invoiceId?: string;
  readonly customerId?: string;
}

/** One is sent within moments: whoever looks sees what became of it. */
export function useReminders(companyId: string, which: Which) {
  return usePaged(
    [...remindersKey(companyId), which],
    async (page, signal) => {
      const request = { path: { companyId }, query: { ...which, ...page } };
      return (await api(sales.remindersList, request, { signal })).body;
    },
    { isMoving: ({ state }) => state === 'waiting' || state === 'sending' },
  );
}

export function useReminderPlan(companyId: string) {
  return useQuery({
    queryKey: reminderPlanKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(sales.reminderPlansGet, { path: { companyId } }, { signal })).body,
    // What somebody is typing is not to be replaced by what was saved before.
    refetchOnWindowFocus: false,
  });
}
