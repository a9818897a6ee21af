import { join } from 'node:path';
import { running } from '../machine/daemon.ts';
import { refuseIfInterrupted, together } from '../machine/interruption.ts';
import { alone } from '../machine/lock.ts';
import { isFree } from '../machine/ports.ts';
import { type Progress, silent } from '../terminal/progress.ts';
import { forgetPorts, type Instance, openInstance } from '../instance.ts';
import { bringUp, endStray, takeDown } from './bring-up.ts';
import { allServers, serversNamed } from './catalogue.ts';
import { composeStop, composeUp, forgetContainer, isInContainer } from './compose.ts';
import { settings, variableName } from './given.ts';
import { installation } from './installation.ts';
import type { Server, ServerName, Urls } from './server.ts';
import { type Source, sourcesOf } from './sources.ts';

export interface StartOptions {
  readonly which?: readonly ServerName[];
  readonly progress?: Progress;
  /** Called as soon as a server is there, for those who need not wait for the slowest. */
  readonly onUp?: (server: ServerName, urls: Urls) => void;
}

/** Starts what is missing, in parallel, and returns the environment variables by which everything is reached. */
export async function startServers(name: string, options: StartOptions = {}): Promise<Urls> {
  const urls = await provideServers(name, options);
  const full = Object.entries(urls).map(([variable, value]) => [variableName(name, variable), value]);
  return Object.fromEntries(full) as Urls;
}

/** The same, with the variables' bare names: PG_ADMIN_URL, AMQP_URL … */
export async function provideServers(
  name: string,
  { which = allServers, progress = silent, onUp = () => undefined }: StartOptions = {},
): Promise<Urls> {
  const instance = await withUsablePorts(name);
  const servers = serversNamed(which);
  const sources = findSources(name, which);
  return alone(join(instance.folder, 'run/servers.lock'), async () => {
    const installed = installation(sources, progress);
    const started = await together(
      servers.map(async (server) => {
        const source = sources.get(server);
        await installed.get(server);
        refuseIfInterrupted();
        const isOurs = source?.kind !== 'given';
        if (isOurs)
          await progress.step(server.title, () => provide(server, instance, source?.kind === 'compose'));
        const urls = isOurs ? server.urls(instance) : source.urls;
        onUp(server.name, urls);
        return urls;
      }),
    );
    return Object.assign({}, ...started) as Urls;
  });
}

/** Where each server will come from; an obstacle when one cannot be had on this machine. */
export function findSources(
  name: string,
  which: readonly ServerName[] = allServers,
): ReadonlyMap<Server, Source> {
  return sourcesOf(serversNamed(which), { instance: name, settings: settings() });
}

/** Stops the servers of an instance that we started; the others are not ours to stop. */
export async function stopServers(
  name: string,
  { which = allServers, progress = silent }: StartOptions = {},
): Promise<void> {
  const instance = await openInstance(name);
  const ours = serversNamed(which).filter((server) =>
    server.processes.some((process) => running(instance, process.name) !== undefined),
  );
  await together(
    ours.map((server) => progress.step(`stop ${server.title}`, () => takeDown(server, instance))),
  );
  if (which.some((server) => isInContainer(instance, server))) {
    await progress.step('stop containers', () => composeStop(instance, which));
  }
}

/** The variables as a file that a shell can source. */
export function exportLines(urls: Urls): string {
  return Object.entries(urls)
    .map(([variable, value]) => `export ${variable}='${value}'\n`)
    .join('');
}

async function provide(server: Server, instance: Instance, inContainer: boolean): Promise<void> {
  if (inContainer) return composeUp(server, instance);
  forgetContainer(instance, server.name);
  return bringUp(server, instance);
}

/** The test instance may move to other ports when somebody took one meanwhile; the local instance keeps its own. */
async function withUsablePorts(name: string): Promise<Instance> {
  const instance = await openInstance(name);
  if (name === 'local') return instance;
  const idle = serversNamed(allServers).filter(
    (server) =>
      !isInContainer(instance, server.name) &&
      server.processes.every((one) => running(instance, one.name) === undefined),
  );
  const ports = idle.flatMap((server) => server.ports.map((key) => instance.ports[key]));
  await Promise.all(ports.map((port) => endStray(port, instance)));
  const free = await Promise.all(ports.map(isFree));
  if (free.every(Boolean)) return instance;
  await stopServers(name);
  forgetPorts(instance);
  return openInstance(name);
}
