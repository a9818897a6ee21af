import { chosen, type Dashboard, type Panel } from './panel.ts';

const runbook = 'docs/watching.md#messages-and-jobs';

export const messagesDashboard: Dashboard = {
  uid: 'dhanman-messages',
  title: 'Dhanman: messages and jobs',
  says: 'What waits between the services, and what waits for a person.',
  panels: [
    waiting('Oldest unsent message', 'messages_unsent_oldest_seconds', 's', {
      says: 'Age of the oldest message in the outbox. Above 30 seconds the broker is away or does not take it.',
      red: 30,
    }),
    waiting('Messages in the outbox', 'messages_unsent', 'short', {
      says: 'The depth of the queue before the broker. It empties by itself once the broker is back.',
    }),
    waiting('Unroutable messages', 'messages_unroutable', 'short', {
      says: 'Messages that no queue takes: the service they are for is older than the sender, or never started.',
      red: 1,
    }),
    waiting('Oldest parked message', 'messages_parked_oldest_seconds', 's', {
      says: 'How long the first message that came too early waits for the one before it, which is late or dead.',
      red: 600,
    }),
    waiting('Dead letters', 'dead_letters_open', 'short', {
      says: 'Messages that were tried again in vain and wait for a decision: replay or discard.',
      red: 1,
    }),
    waiting('Failed jobs', 'jobs_failed', 'short', {
      says: 'Jobs that were given up after all attempts and wait for a person.',
      red: 1,
    }),
    waiting('Jobs owed', 'jobs_owed', 'short', { says: 'Jobs that are to be done or being done.' }),
    waiting('Oldest job owed', 'jobs_owed_oldest_seconds', 's', {
      says: 'Job lag: age of the oldest of them. A line that rises evenly is a worker that stands still.',
    }),
    waiting('Most overdue schedule', 'schedules_overdue_oldest_seconds', 's', {
      says: 'For how long the most overdue schedule has been due. Above seconds, something stands in its way.',
    }),
  ],
};

/** Every figure here is one gauge per service, and anything that stays above nothing is news. */
function waiting(title: string, metric: string, unit: string, more: Pick<Panel, 'says' | 'red'>): Panel {
  const asks = [{ expr: `${metric}{${chosen}}`, legend: '{{service}}' }];
  return { title, kind: 'timeseries', unit, width: 8, asks, runbook, ...more };
}
