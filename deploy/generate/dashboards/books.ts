import { chosen, type Dashboard, type Panel } from './panel.ts';

const backups = 'docs/backups.md#when-an-alert-fires';
const written = 'http_server_request_duration_seconds_count';
const directory = (service: string): string =>
  `directory_fingerprint{environment="$environment",service${service}}`;

export const booksDashboard: Dashboard = {
  uid: 'dhanman-books',
  title: 'Dhanman: books and business',
  says: 'Whether the books are true, whether they could be brought back, and what is written into them.',
  panels: [
    {
      title: 'Invariants broken in the rehearsal',
      says: 'What npm run verify found in the copy that was brought back last night; that postings balance and prove is part of it. Anything but 0 is wrong.',
      ...{ kind: 'stat', unit: 'short', width: 12, red: 1, runbook: backups },
      asks: [{ expr: 'backup_rehearsal_broken{environment="$environment"}', legend: 'broken' }],
    },
    {
      title: 'Copies of the directory that differ',
      says: 'Tables whose fingerprint in the chosen services is another than in Common.',
      ...{ kind: 'stat', unit: 'short', width: 12, red: 1, runbook: 'docs/identity.md#when-a-copy-drifts' },
      asks: [
        {
          expr: `count(${directory('=~"$service"')} != on (environment, table) group_left () ${directory('="common"')}) or vector(0)`,
          legend: 'differ',
        },
      ],
    },
    age('Last whole copy', 'backup_copy_timestamp_seconds', 25 * 3600, {
      says: 'Age of the last whole copy of the databases, which is taken every day.',
    }),
    age('Last segment of the log', 'backup_log_timestamp_seconds', 300, {
      says: 'So much would be lost if the machine were gone now.',
    }),
    age('Files, broker, configuration', 'backup_beside_timestamp_seconds', 3600, {
      says: 'Age of what is stored beside the databases, in all environments.',
      asks: [
        {
          expr: 'time() - max by (part) (backup_beside_timestamp_seconds)',
          legend: '{{part}}',
        },
      ],
    }),
    age('Last rehearsal', 'backup_rehearsal_timestamp_seconds{environment="$environment"}', 26 * 3600, {
      says: 'A copy that was not brought back is not known to be one.',
    }),
    {
      title: 'Time to bring it back',
      says: 'How long the rehearsal took: what a restore would take at the least.',
      ...{ kind: 'timeseries', unit: 's', width: 12, red: 900, runbook: 'docs/backups.md#bringing-it-back' },
      asks: [{ expr: 'backup_rehearsal_duration_seconds{environment="$environment"}', legend: 'rehearsal' }],
    },
    {
      title: 'Writes an hour',
      says: 'Requests that changed something and succeeded. A flat line on a working day is news.',
      ...{ kind: 'timeseries', unit: 'short', width: 12, runbook: 'docs/watching.md#books-and-business' },
      asks: [
        {
          expr: `sum by (service) (increase(${written}{${chosen},method=~"POST|PUT|PATCH|DELETE",status=~"2.."}[1h]))`,
          legend: '{{service}}',
        },
      ],
    },
    {
      title: 'What was written today',
      says: 'The routes most used in the last 24 hours to write: invoices, receipts, journals by their own names.',
      ...{ kind: 'table', unit: 'short', width: 24, runbook: 'docs/watching.md#books-and-business' },
      asks: [
        {
          expr: `topk(15, sum by (service, route) (increase(${written}{${chosen},method="POST",status=~"2.."}[1d])))`,
          ...{ legend: '', instant: true },
        },
      ],
    },
  ],
};

/** Backups tell when something last happened; people want to know how long ago that is. */
function age(
  title: string,
  metric: string,
  red: number,
  more: Pick<Panel, 'says'> & Partial<Pick<Panel, 'asks'>>,
): Panel {
  const asks = [{ expr: `time() - ${metric}`, legend: 'age' }];
  return { title, kind: 'stat', unit: 's', width: 6, red, asks, runbook: backups, ...more };
}
