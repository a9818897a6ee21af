/** A number that Prometheus reads. Its name is a promise to dashboards and alerts and does not change. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  /** A counter only grows while the process lives; a gauge goes either way. */
  readonly kind: 'counter' | 'gauge';
}

export const requestDuration = {
  name: 'http_server_request_duration_seconds',
  help: 'Time from the first byte of a request to the last of its answer, by route template, method and status.',
  boundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2.5, 5, 10],
} as const;

/** What every service measures about itself, beside its requests. */
export const platformMetrics = {
  build: {
    name: 'dhanman_build_info',
    help: 'Always 1; which service of which version this is.',
    kind: 'gauge',
  },
  startTime: {
    name: 'process_start_time_seconds',
    help: 'When the process started (Unix time).',
    kind: 'gauge',
  },
  cpu: {
    name: 'process_cpu_seconds_total',
    help: 'Processor time used, in user and system mode.',
    kind: 'counter',
  },
  residentMemory: { name: 'process_resident_memory_bytes', help: 'Memory held in RAM.', kind: 'gauge' },
  heapUsed: { name: 'nodejs_heap_used_bytes', help: 'JavaScript heap in use.', kind: 'gauge' },
  heapTotal: { name: 'nodejs_heap_total_bytes', help: 'JavaScript heap reserved.', kind: 'gauge' },
  externalMemory: { name: 'nodejs_external_memory_bytes', help: 'Buffers outside the heap.', kind: 'gauge' },
  eventLoopLag: {
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late the event loop came round since the last reading.',
    kind: 'gauge',
  },
  databaseConnections: {
    name: 'database_pool_connections',
    help: 'Connections of the pool, by whether they are in use.',
    kind: 'gauge',
  },
  databaseWaiting: {
    name: 'database_pool_waiting',
    help: 'Transactions that wait for a connection of the pool.',
    kind: 'gauge',
  },
  replicaLag: {
    name: 'database_replica_lag_seconds',
    help: 'For how long the replica has not been seen to know all that the primary knew.',
    kind: 'gauge',
  },
  replicaReads: {
    name: 'database_replica_reads_total',
    help: 'Questions that the replica may answer, by who did: the primary where it was behind or away.',
    kind: 'counter',
  },
  cacheRequests: {
    name: 'cache_requests_total',
    help: 'Values asked of the cache: hit, miss, or bypass because it did not answer.',
    kind: 'counter',
  },
  jobsOwed: { name: 'jobs_owed', help: 'Jobs that are to be done or being done.', kind: 'gauge' },
  jobsOwedOldest: { name: 'jobs_owed_oldest_seconds', help: 'Age of the oldest of them.', kind: 'gauge' },
  directoryFingerprint: {
    name: 'directory_fingerprint',
    help: 'A number made of all rows of a table of the directory; in a true copy it is what it is in Common.',
    kind: 'gauge',
  },
  logLinesDropped: {
    name: 'log_lines_dropped_total',
    help: 'Log lines lost because their reader stalled or the disk was full.',
    kind: 'counter',
  },
} as const satisfies Readonly<Record<string, Metric>>;
