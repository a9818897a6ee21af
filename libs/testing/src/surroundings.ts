import type { DatabaseDefinition } from '@dhanman/platform';
import { freshDatabase, type FreshDatabase } from './database.js';
import { freshRedisDatabase } from './redis-database.js';
import { server } from './servers.js';
import { authentication } from './tokens.js';
import { freshVirtualHost, type VirtualHost } from './virtual-host.js';

type Variables = Readonly<Record<string, string>>;

/** Everything a service needs around it, shared with no other test. */
export interface Surroundings {
  readonly database: FreshDatabase;
  readonly vhost: VirtualHost;
  /** The plain variables of a service … */
  readonly environment: Variables;
  /** … and its secrets, which a process of its own gets as files. */
  readonly secrets: Variables;
  readonly drop: () => Promise<void>;
}

export interface SurroundingsOptions {
  /** Variables and secrets that differ from the usual, such as the address of a fault proxy before the database. */
  readonly overrides?: Variables | ((surroundings: Surroundings) => Variables);
  /** Several services of one story meet in one vhost. */
  readonly vhost?: VirtualHost;
}

export async function freshSurroundings(
  service: string,
  definition: DatabaseDefinition,
  { overrides = {}, vhost: shared }: SurroundingsOptions = {},
): Promise<Surroundings> {
  const [database, vhost, jobs, cache] = await Promise.all([
    freshDatabase(service, definition),
    shared ?? freshVirtualHost(),
    freshRedisDatabase('redisJobs'),
    freshRedisDatabase('redisCache'),
  ]);
  const secrets = {
    DATABASE_URL: database.appUrl,
    AMQP_URL: vhost.url,
    REDIS_JOBS_URL: jobs.url,
    REDIS_CACHE_URL: cache.url,
    S3_ACCESS_KEY: server('s3AccessKey'),
    S3_SECRET_KEY: server('s3SecretKey'),
  };
  const environment = { ...usual, S3_ENDPOINT: server('s3'), ...(await authentication()) };
  const owned = [database, jobs, cache, ...(shared ? [] : [vhost])];
  const drop = async (): Promise<void> => {
    for (const one of owned) await one.drop();
  };
  const surroundings = { database, vhost, environment, secrets, drop };
  return overridden(surroundings, typeof overrides === 'function' ? overrides(surroundings) : overrides);
}

const usual: Variables = {
  ENVIRONMENT: 'test',
  SERVICE_VERSION: '0.0.0-test',
  HOST: '127.0.0.1',
  PORT: '0',
  METRICS_PORT: '0',
  PUBLIC_URL: 'http://127.0.0.1',
  S3_BUCKET: 'dhanman-test',
  // What a test's token says is so, unless it says nothing: then the service's own copy decides, as in production.
  AUTH_PERMISSIONS_CLAIM: 'trusted',
  SHUTDOWN_DEADLINE_MS: '5000',
  // A machine that tests may stand still for a second; only tests of outages want the limit of production.
  DATABASE_REACH_MS: '5000',
};

/** A secret stays a secret when it is overridden. */
function overridden(surroundings: Surroundings, overrides: Variables): Surroundings {
  const entries = Object.entries(overrides);
  const isSecret = ([name]: readonly [string, string]): boolean => name in surroundings.secrets;
  const plain = Object.fromEntries(entries.filter((entry) => !isSecret(entry)));
  const secrets = { ...surroundings.secrets, ...Object.fromEntries(entries.filter(isSecret)) };
  return { ...surroundings, environment: { ...surroundings.environment, ...plain }, secrets };
}
