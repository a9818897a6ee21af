// The six services as production starts them, the busy ones several times behind one nginx, each process with a proxy
// before its database and its broker.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseDefinition } from '@dhanman/platform';
import {
  authentication,
  FaultProxy,
  freePort,
  type FreshDatabase,
  freshDatabase,
  ServiceProcess,
} from '@dhanman/testing';
import { type Site, startSite } from '../../bench/parts/site.ts';
import type { Upstreams } from '../../generate/nginx/local.ts';
import { repository } from '../../local/instance.ts';
import { brokerPassword, brokerUser } from '../../local/servers/rabbitmq-definitions.ts';
import { services, type ServiceName } from '../../topology.ts';
import type { Wire } from '../schedule.ts';
import type { Kept } from './keeper.ts';
import type { PrivateServers } from './servers.ts';

/** Those whose work is most of a day; with two of each there are ten processes. */
const busy: ReadonlySet<ServiceName> = new Set(['common', 'inventory', 'purchase', 'sales']);

interface Settings {
  readonly service: ServiceName;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** One process of a service; `sales 2` has the database of `sales 1`. */
export class Member implements Kept {
  readonly title: string;
  readonly service: ServiceName;
  readonly proxies: Readonly<Record<Wire['to'], FaultProxy>>;
  private readonly settings: Settings;
  private readonly logFile: string;
  private process: ServiceProcess | undefined;

  constructor(
    title: string,
    settings: Settings,
    proxies: Readonly<Record<Wire['to'], FaultProxy>>,
    logs: string,
  ) {
    [this.title, this.service, this.settings, this.proxies] = [title, settings.service, settings, proxies];
    this.logFile = join(logs, `${title.replace(' ', '-')}.log`);
  }

  get address(): string {
    return `127.0.0.1:${this.settings.environment['PORT'] ?? ''}`;
  }

  isAlive(): boolean {
    return this.process?.isRunning === true;
  }

  kill(): void {
    this.process?.signal('SIGKILL');
  }

  async revive(): Promise<void> {
    const started = ServiceProcess.start(this.settings);
    this.process = started;
    void started.exited.then(() => appendFileSync(this.logFile, started.output));
    return Promise.resolve();
  }

  async ready(): Promise<void> {
    await this.process?.ready(120_000);
  }

  async stop(): Promise<void> {
    if (this.isAlive()) await this.process?.kill();
    for (const proxy of Object.values(this.proxies)) await proxy.stop();
  }
}

export interface Suite {
  readonly members: readonly Member[];
  /** The nginx of `npm start` before all of them, which gives each request to the instance with the fewest. */
  readonly site: Site;
  readonly databases: Readonly<Record<ServiceName, FreshDatabase>>;
  stop(): Promise<void>;
}

export async function startSuite(
  servers: PrivateServers,
  { seed, instances }: { readonly seed: number; readonly instances: number },
): Promise<Suite> {
  const members: Member[] = [];
  const databases = new Map<ServiceName, FreshDatabase>();
  // The databases are made where they are going to be killed, whatever server the tests use.
  process.env['DHANMAN_TEST_PG_ADMIN_URL'] = servers.url('PG_ADMIN_URL');
  const trust = await authentication();
  for (const [index, { name: service }] of services.entries()) {
    const database = await freshDatabase(service, await builtDatabase(service));
    databases.set(service, database);
    for (let number = 1; number <= (busy.has(service) ? instances : 1); number += 1) {
      const addresses = addressesOf(servers, service, { database, index });
      const proxies = {
        postgres: await FaultProxy.inFrontOf(addresses.DATABASE_URL, seed),
        rabbitmq: await FaultProxy.inFrontOf(addresses.AMQP_URL, seed),
      };
      const secrets = {
        ...addresses,
        DATABASE_URL: proxies.postgres.addressFor(addresses.DATABASE_URL),
        AMQP_URL: proxies.rabbitmq.addressFor(addresses.AMQP_URL),
      };
      const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
      const settings = { service, secrets, environment: { ...plain, ...ports, ...trust } };
      const logs = join(servers.instance.folder, 'logs');
      members.push(new Member(`${service} ${String(number)}`, settings, proxies, logs));
    }
  }
  const site = await startSite(upstreamsTo(members));
  const stop = async (): Promise<void> => {
    await Promise.all([...members, site].map(async (one) => one.stop()));
  };
  try {
    await Promise.all(members.map(async (member) => member.revive()));
    await Promise.all(members.map(async (member) => member.ready()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { members, site, databases: Object.fromEntries(databases) as Suite['databases'], stop };
}

function upstreamsTo(members: readonly Member[]): Upstreams {
  const addresses = services.map(({ name }) => [
    name,
    members.filter(({ service }) => service === name).map(({ address }) => address),
  ]);
  return Object.fromEntries(addresses) as Upstreams;
}

const plain = {
  ...{ ENVIRONMENT: 'test', SERVICE_VERSION: '0.0.0-chaos', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
  ...{ PUBLIC_URL: 'http://127.0.0.1', S3_ENDPOINT: 'http://127.0.0.1:9', S3_BUCKET: 'dhanman-chaos' },
};

function addressesOf(
  servers: PrivateServers,
  service: ServiceName,
  { database, index }: { readonly database: FreshDatabase; readonly index: number },
): Readonly<
  Record<'DATABASE_URL' | 'AMQP_URL' | 'REDIS_JOBS_URL' | 'REDIS_CACHE_URL', string> & Record<string, string>
> {
  // With the rights of its own broker user, so that a right that is missing is found here too.
  const broker = new URL(servers.url('AMQP_URL'));
  broker.username = brokerUser(servers.instance, service);
  broker.password = brokerPassword(servers.instance, service);
  const redis = (variable: 'REDIS_JOBS_URL' | 'REDIS_CACHE_URL'): string =>
    Object.assign(new URL(servers.url(variable)), { pathname: `/${String(index)}` }).href;
  return {
    ...{ DATABASE_URL: database.appUrl, AMQP_URL: broker.href },
    ...{ REDIS_JOBS_URL: redis('REDIS_JOBS_URL'), REDIS_CACHE_URL: redis('REDIS_CACHE_URL') },
    ...{ S3_ACCESS_KEY: 'none', S3_SECRET_KEY: 'none' },
  };
}

async function builtDatabase(service: ServiceName): Promise<DatabaseDefinition> {
  const built = join(repository, 'services', service, 'dist/database.js');
  return ((await import(pathToFileURL(built).href)) as { database: DatabaseDefinition }).database;
}
