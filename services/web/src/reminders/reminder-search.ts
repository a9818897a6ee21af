import type { sales } from '@dhanman/client';

export const reminderStates = [
  ...(['waiting', 'sending', 'sent', 'refused', 'unknown', 'skipped'] as const),
] satisfies readonly sales.Reminder['state'][];

export interface RemindersSearch {
  readonly state?: (typeof reminderStates)[number];
}

export function remindersSearch(search: Record<string, unknown>): RemindersSearch {
  const state = reminderStates.find((one) => one === search['state']);
  return state === undefined ? {} : { state };
}
