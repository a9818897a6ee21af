import { join } from 'node:path';
import { alone } from '../machine/lock.ts';
import { writeWhole } from '../machine/files.ts';
import { running } from '../machine/daemon.ts';
import { isFree } from '../machine/ports.ts';
import { type Progress, silent } from '../terminal/progress.ts';
import { forgetPorts, type Instance, openInstance } from '../instance.ts';
import { bringUp, takeDown } from './bring-up.ts';
import { allServers, serversNamed } from './catalogue.ts';
import { givenUrls, settings, variableName } from './given.ts';
import type { Server, ServerName, Urls } from './server.ts';

export interface StartOptions {
  readonly which?: readonly ServerName[];
  readonly progress?: Progress;
}

/** Starts what is missing, in parallel, and returns the environment variables by which everything is reached. */
export async function startServers(
  name: string,
  { which = allServers, progress = silent }: StartOptions = {},
): Promise<Urls> {
  const instance = await withUsablePorts(name);
  return alone(join(instance.folder, 'run/servers.lock'), async () => {
    const started = await settled(serversNamed(which).map((server) => provide(server, instance, progress)));
    const urls = Object.assign({}, ...started) as Urls;
    writeWhole(join(instance.folder, 'env.sh'), exportLines(urls), { mode: 0o600 });
    return urls;
  });
}

/** Stops the servers of an instance that we started; the others are not ours to stop. */
export async function stopServers(
  name: string,
  { which = allServers, progress = silent }: StartOptions = {},
): Promise<void> {
  const instance = await openInstance(name);
  await settled(
    serversNamed(which)
      .filter((server) => server.processes.some((process) => running(instance, process.name) !== undefined))
      .map((server) => progress.step(`stop ${server.title}`, () => takeDown(server, instance))),
  );
}

/** The variables as a file that a shell can source. */
export function exportLines(urls: Urls): string {
  return Object.entries(urls)
    .map(([variable, value]) => `export ${variable}='${value}'\n`)
    .join('');
}

async function provide(server: Server, instance: Instance, progress: Progress): Promise<Urls> {
  const given = givenUrls(server, instance.name, settings());
  if (given === undefined) await progress.step(server.title, () => bringUp(server, instance));
  const urls = given ?? server.urls(instance);
  return Object.fromEntries(
    Object.entries(urls).map(([key, value]) => [variableName(instance.name, key), value]),
  );
}

/** The test instance may move to other ports when somebody took one meanwhile; the local instance keeps its own. */
async function withUsablePorts(name: string): Promise<Instance> {
  const instance = await openInstance(name);
  if (name === 'local') return instance;
  const idle = serversNamed(allServers).filter((server) =>
    server.processes.every((one) => running(instance, one.name) === undefined),
  );
  const ports = idle.flatMap((server) => server.ports.map((key) => instance.ports[key]));
  const free = await Promise.all(ports.map(isFree));
  if (free.every(Boolean)) return instance;
  await stopServers(name);
  forgetPorts(instance);
  return openInstance(name);
}

/** Waits for all of them, then fails with the first failure: nothing is left running unobserved in the background. */
async function settled<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<T>).value);
}
