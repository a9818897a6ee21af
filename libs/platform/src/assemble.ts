import { systemClock } from '@dhanman/kernel';
import { EndedSessions, listenForEnds } from './auth/ended-sessions.js';
import { Memberships, rememberFor } from './auth/memberships.js';
import { Cache, cachePatienceMs } from './cache.js';
import { ChangeFeed, feedFrom } from './changes/change-feed.js';
import { ChangeLine } from './changes/change-line.js';
import { ChangeStreams, type Doors } from './changes/change-streams.js';
import type { ConfigClass, PlatformConfig } from './config.js';
import { correlation } from './correlation.js';
import { type ConnectionSettings, DatabaseConnection } from './database/connection.js';
import type { Database } from './database/database.js';
import { HealthChecks } from './health/health-checks.js';
import { brokerAnswers, storeAnswers } from './health/servers.js';
import { Alarms } from './jobs/alarms.js';
import { JobQueues } from './jobs/job-queues.js';
import { createLogger, type Logger } from './observability/logger.js';
import { platformMetrics } from './observability/metric-table.js';
import type { Metrics } from './observability/metrics.js';
import { OptionalRedis } from './optional-redis.js';
import { RateLimiter } from './rate-limits/rate-limiter.js';
import { redisClient } from './redis.js';
import type { Extension, ServiceDefinition } from './service.js';

const jobsPatienceMs = 250;

/** How it tells what changes, see docs/adr/0022. */
export interface Changes {
  readonly feed: ChangeFeed;
  readonly line: ChangeLine;
  readonly streams: ChangeStreams;
}

/** The parts of a service that exist once per process and are handed to whoever needs them. */
export interface Assembled {
  readonly service: string;
  readonly configClass: ConfigClass;
  readonly config: PlatformConfig;
  readonly logger: Logger;
  readonly connection: DatabaseConnection;
  readonly database: Database;
  readonly memberships: Memberships;
  readonly endedSessions: EndedSessions;
  readonly jobs: ReturnType<typeof redisClient>;
  readonly jobQueues: JobQueues;
  readonly cache: Cache;
  readonly changes: Changes;
  readonly limiter: RateLimiter;
  readonly health: HealthChecks;
  readonly metrics: Metrics;
  readonly extensions: readonly Extension[];
  close(): Promise<void>;
}

/** Puts them together. Nothing waits here: connections come up by themselves. */
export function assemble(definition: ServiceDefinition, config: PlatformConfig, metrics: Metrics): Assembled {
  const { name } = definition;
  const logger = createLogger({ ...config, service: name });
  const health = new HealthChecks({ service: name, version: config.SERVICE_VERSION });
  const connection = new DatabaseConnection(definition.database, databaseSettings(name, config), (error) =>
    logger.warn('idle database connection lost', { error }),
  );
  const memberships = new Memberships(connection.database, systemClock);
  rememberFor(connection.source, memberships);
  const endedSessions = new EndedSessions(connection.database, systemClock);
  listenForEnds(connection.source, endedSessions);
  const jobs = redisClient(config.REDIS_JOBS_URL, { name, patienceMs: jobsPatienceMs });
  const cacheServer = new OptionalRedis(
    redisClient(config.REDIS_CACHE_URL, { name, patienceMs: cachePatienceMs }),
  );
  const cache = new Cache(cacheServer, name);
  const limiter = new RateLimiter(cacheServer, systemClock, tellOfCounting(logger));
  const changes = changesOf(definition, config, { connection, cacheServer, memberships, endedSessions });
  watchHealth(health, { config, connection, jobs, cache });
  watch(metrics, { cache, logger, connection });
  const jobQueues = new JobQueues(config.REDIS_JOBS_URL, name);
  const alarms = new Alarms(config.REDIS_JOBS_URL, name);
  const queues = { jobs: jobQueues, alarms };
  const platform = { name, config, connection, health, metrics, correlation, logger, ...queues };
  return {
    service: name,
    configClass: definition.config,
    config,
    logger,
    connection,
    database: connection.database,
    memberships,
    endedSessions,
    jobs,
    jobQueues,
    ...{ cache, changes },
    limiter,
    health,
    metrics,
    extensions: (definition.extensions ?? []).map((extend) => extend(platform)),
    close: async () => {
      await alarms.close();
      await jobQueues.close();
      jobs.disconnect();
      cache.close();
      await connection.close();
      await metrics.stop();
    },
  };
}

function changesOf(
  { name, tells = {} }: ServiceDefinition,
  { REDIS_CACHE_URL: url }: PlatformConfig,
  {
    connection,
    cacheServer,
    ...doors
  }: Omit<Doors, 'clock'> & {
    readonly connection: DatabaseConnection;
    readonly cacheServer: OptionalRedis;
  },
): Changes {
  const feed = new ChangeFeed(tells);
  feedFrom(connection.source, feed);
  const line = new ChangeLine(feed, cacheServer, { service: name, url });
  return { feed, line, streams: new ChangeStreams(feed, { ...doors, clock: systemClock }) };
}

function tellOfCounting(logger: Logger) {
  return (isAway: boolean): void =>
    logger.warn(isAway ? 'requests pass uncounted: the cache is away' : 'requests are counted again');
}

/** The database is what a service cannot be without; everything else may be away for a while. */
function watchHealth(
  health: HealthChecks,
  { config, connection, jobs, cache }: Pick<Assembled, 'config' | 'connection' | 'jobs' | 'cache'>,
): void {
  const checks: Readonly<Record<string, () => Promise<unknown>>> = {
    broker: () => brokerAnswers(config.AMQP_URL),
    'redis-jobs': () => jobs.ping(),
    'redis-cache': () => cache.ping(),
    'object-store': () => storeAnswers(config.S3_ENDPOINT),
  };
  health.register({ name: 'database', isEssential: true, check: () => connection.ping() });
  for (const [dependency, check] of Object.entries(checks)) {
    health.register({ name: dependency, isEssential: false, check });
  }
}

/** Figures of the parts, read when Prometheus asks. */
function watch(
  metrics: Metrics,
  { cache, logger, connection }: Pick<Assembled, 'cache' | 'logger' | 'connection'>,
): void {
  metrics.observe(platformMetrics.cacheRequests, () =>
    Object.entries(cache.answers).map(([result, value]) => ({ value, labels: { result } })),
  );
  metrics.observe(platformMetrics.logLinesDropped, () => logger.dropped);
  metrics.observe(platformMetrics.databaseConnections, () => [
    { value: connection.pool.idle, labels: { state: 'idle' } },
    { value: connection.pool.used, labels: { state: 'used' } },
  ]);
  metrics.observe(platformMetrics.databaseWaiting, () => connection.pool.waiting);
  const { replica } = connection;
  if (!replica) return;
  metrics.observe(platformMetrics.replicaLag, () => replica.lagSeconds);
  metrics.observe(platformMetrics.replicaReads, () =>
    Object.entries(replica.answers).map(([place, value]) => ({ value, labels: { place } })),
  );
}

function databaseSettings(service: string, config: PlatformConfig): ConnectionSettings {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize, DATABASE_REACH_MS: reachMs } = config;
  return { url, poolSize, service, reachMs, replica: config.DATABASE_REPLICA };
}
