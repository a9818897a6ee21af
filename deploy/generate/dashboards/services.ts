import { chosen, type Dashboard } from './panel.ts';

const runbook = 'docs/watching.md#services';
const counted = 'http_server_request_duration_seconds_count';
const p95 = (by: string): string =>
  `histogram_quantile(0.95, sum by (le, ${by}) (rate(http_server_request_duration_seconds_bucket{${chosen}}[$__rate_interval])))`;

export const servicesDashboard: Dashboard = {
  uid: 'dhanman-services',
  title: 'Dhanman: services',
  says: 'Whether the services answer, how fast, and what they run out of.',
  panels: [
    {
      title: 'Services that answer',
      says: 'Scrape targets that are up. 1 is up, 0 is down; a service that was taken away has none.',
      ...{ kind: 'stat', unit: 'short', width: 12, red: 1, redBelow: true, runbook },
      asks: [{ expr: `up{job="dhanman",${chosen}}`, legend: '{{service}}' }],
    },
    {
      title: 'Availability (objective 99.9 %)',
      says: 'The part of the requests of the chosen time that did not end in an error of ours (5xx).',
      ...{ kind: 'stat', unit: 'percentunit', width: 12, red: 0.999, redBelow: true, runbook },
      asks: [
        {
          expr: `1 - (sum(rate(${counted}{${chosen},status=~"5.."}[$__range])) or vector(0)) / sum(rate(${counted}{${chosen}}[$__range]))`,
          legend: 'available',
        },
      ],
    },
    {
      title: 'Requests',
      says: 'Requests a second.',
      ...{ kind: 'timeseries', unit: 'reqps', width: 8, runbook },
      asks: [
        { expr: `sum by (service) (rate(${counted}{${chosen}}[$__rate_interval]))`, legend: '{{service}}' },
      ],
    },
    {
      title: 'Latency p95 (objective 200 ms)',
      says: 'Nineteen of twenty requests are faster. A bucket ends at 200 ms; between the ends it is interpolated.',
      ...{ kind: 'timeseries', unit: 's', width: 8, red: 0.2, runbook },
      asks: [{ expr: p95('service'), legend: '{{service}}' }],
    },
    {
      title: 'Errors',
      says: 'Answers of 500 and above a second. Each is a bug or a dependency that is away; the log has the stack.',
      ...{ kind: 'timeseries', unit: 'reqps', width: 8, runbook },
      asks: [
        {
          expr: `sum by (service, status) (rate(${counted}{${chosen},status=~"5.."}[$__rate_interval]))`,
          legend: '{{service}} {{status}}',
        },
      ],
    },
    {
      title: 'Slowest routes (p95)',
      says: 'Where to look first when the latency is above its objective.',
      ...{ kind: 'table', unit: 's', width: 12, red: 0.2, runbook },
      asks: [{ expr: `topk(10, ${p95('service, route')})`, legend: '', instant: true }],
    },
    {
      title: 'Database pool',
      says: 'Connections in use, and transactions that wait for one. Who waits for long waits for a slow query.',
      ...{ kind: 'timeseries', unit: 'short', width: 12, runbook },
      asks: [
        { expr: `database_pool_connections{${chosen},state="used"}`, legend: '{{service}} used' },
        { expr: `database_pool_waiting{${chosen}}`, legend: '{{service}} waiting' },
      ],
    },
    {
      title: 'Reports by who answered',
      says: 'Reports a second that the replica answered, and that the primary had to. Empty without a replica.',
      ...{
        kind: 'timeseries',
        unit: 'reqps',
        width: 12,
        runbook: 'docs/watching.md#a-replica-that-is-behind',
      },
      asks: [
        {
          expr: `sum by (service, place) (rate(database_replica_reads_total{${chosen}}[$__rate_interval]))`,
          legend: '{{service}} {{place}}',
        },
      ],
    },
    {
      title: 'Replica lag',
      says: 'For how long the replica has not been seen to know everything. It is looked at every five seconds.',
      ...{
        kind: 'timeseries',
        unit: 's',
        width: 12,
        red: 60,
        runbook: 'docs/watching.md#a-replica-that-is-behind',
      },
      asks: [{ expr: `database_replica_lag_seconds{${chosen}}`, legend: '{{service}}' }],
    },
    {
      title: 'Event loop lag p99',
      says: 'How late the loop comes round. Above 100 ms something computes without pause.',
      ...{ kind: 'timeseries', unit: 's', width: 8, red: 0.1, runbook },
      asks: [{ expr: `nodejs_eventloop_lag_seconds{${chosen},quantile="0.99"}`, legend: '{{service}}' }],
    },
    {
      title: 'Memory',
      says: 'Memory held in RAM. A line that only rises is a leak.',
      ...{ kind: 'timeseries', unit: 'bytes', width: 8, runbook },
      asks: [{ expr: `process_resident_memory_bytes{${chosen}}`, legend: '{{service}}' }],
    },
    {
      title: 'Cache hits',
      says: 'The part of the values asked of the cache that it had. It is empty after a restart of Redis.',
      ...{ kind: 'timeseries', unit: 'percentunit', width: 8, runbook },
      asks: [
        {
          expr: `sum by (service) (rate(cache_requests_total{${chosen},result="hit"}[$__rate_interval])) / sum by (service) (rate(cache_requests_total{${chosen}}[$__rate_interval]))`,
          legend: '{{service}}',
        },
      ],
    },
    {
      title: 'Refused sign-ins',
      says: 'Sign-ins that were refused a minute, by the reason. Many wrong passwords are somebody with a list of them.',
      ...{ kind: 'timeseries', unit: 'short', width: 24, runbook },
      asks: [
        {
          expr: `sum by (reason) (rate(sign_ins_refused_total{environment="$environment"}[$__rate_interval])) * 60`,
          legend: '{{reason}}',
        },
      ],
    },
  ],
};
