import { type DatabaseDefinition, RunningService, type ServiceDefinition } from '@dhanman/platform';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import supertest from 'supertest';
import type { FreshDatabase } from './database.js';
import { freePort } from './http-port.js';
import { ServiceProcess } from './service-process.js';
import { freshSurroundings, type Surroundings, type SurroundingsOptions } from './surroundings.js';
import { until } from './until.js';
import type { VirtualHost } from './virtual-host.js';

export interface StartedService {
  readonly url: string;
  /** Sends requests over a real socket, through everything that production requests pass. */
  readonly agent: ReturnType<typeof supertest>;
  readonly database: FreshDatabase;
  readonly vhost: VirtualHost;
  readonly service: RunningService;
  /** One more instance of it in the same surroundings, on a port of its own. It stops with the first. */
  another(): Promise<RunningService>;
  /** Stops the service gracefully and drops everything it had for itself. */
  stop(): Promise<void>;
}

/** The real application of a service in this process, on a free port, with surroundings of its own. */
export async function startService(
  definition: ServiceDefinition,
  options: SurroundingsOptions = {},
): Promise<StartedService> {
  const surroundings = await freshSurroundings(definition.name, definition.database, options);
  return orDrop(surroundings, async () => {
    const { database, vhost, drop } = surroundings;
    const service = await started(definition, surroundings);
    const running = [service];
    const another = async (): Promise<RunningService> => {
      const beside = await started(definition, surroundings);
      running.push(beside);
      return beside;
    };
    const stop = async (): Promise<void> => {
      await Promise.all(running.map((one) => one.stop())).finally(drop);
    };
    return { url: service.url, agent: supertest(service.url), database, vhost, service, another, stop };
  });
}

async function started(definition: ServiceDefinition, surroundings: Surroundings): Promise<RunningService> {
  const environment = { LOG_LEVEL: 'error', ...surroundings.environment, ...surroundings.secrets };
  const fatal: { error?: Error } = {};
  const service = await RunningService.start(definition, environment, (error) => (fatal.error = error));
  try {
    const isSettled = async (): Promise<boolean> =>
      fatal.error !== undefined || (await isStarted(service.url));
    await until(isSettled, { deadlineMs: 60_000, what: 'the service is up' });
    if (fatal.error) throw fatal.error;
    return service;
  } catch (error) {
    await service.stop();
    throw error;
  }
}

export interface SpawnedService extends Surroundings {
  readonly process: ServiceProcess;
  /** Starts it once more in the same surroundings, as the service manager does after a crash. */
  respawn(): Promise<ServiceProcess>;
}

/** The built service in a process of its own, to be killed, stopped and started again; ready when this returns. */
export async function spawnService(
  service: string,
  { nodeFlags = [], ...options }: SurroundingsOptions & { readonly nodeFlags?: readonly string[] } = {},
): Promise<SpawnedService> {
  const surroundings = await surroundingsOfBuilt(service, options);
  const { environment, secrets } = surroundings;
  const running: ServiceProcess[] = [];
  const respawn = async (): Promise<ServiceProcess> => {
    const process = ServiceProcess.start({ service, environment, secrets, nodeFlags });
    running.push(process);
    await process.ready();
    return process;
  };
  const drop = async (): Promise<void> => {
    await Promise.all(running.map((process) => process.kill()));
    await surroundings.drop();
  };
  const all = { ...surroundings, respawn, drop };
  return orDrop(all, async () => ({ ...all, process: await respawn() }));
}

/** What a built service needs around it, for starting its process when and as often as wanted. */
export async function surroundingsOfBuilt(
  service: string,
  options: SurroundingsOptions = {},
): Promise<Surroundings> {
  const surroundings = await freshSurroundings(service, await builtDatabase(service), options);
  // A process cannot tell us which free port it took.
  const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  return { ...surroundings, environment: { ...surroundings.environment, ...ports } };
}

/** What could not be started must not leave databases behind either. */
async function orDrop<T>(surroundings: Surroundings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await surroundings.drop();
    throw error;
  }
}

/** The tables and migrations of the build that is about to run, not of the sources beside it. */
async function builtDatabase(service: string): Promise<DatabaseDefinition> {
  const built = join(resolve(import.meta.dirname, '../../..'), 'services', service, 'dist/database.js');
  const { database } = (await import(pathToFileURL(built).href)) as { database: DatabaseDefinition };
  return database;
}

async function isStarted(url: string): Promise<boolean> {
  return (await fetch(`${url}/health/startup`, { signal: AbortSignal.timeout(2_000) })).ok;
}
