// Everything that `npm start` brings up, in the order of what needs what, and back down again.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environments, issuer, services } from '../topology.ts';
import { renderLocalSite } from '../generate/nginx/local.ts';
import { buildAll } from './build.ts';
import { installDependencies } from './dependencies.ts';
import { type Instance, repository } from './instance.ts';
import { canRead } from './machine/account.ts';
import { running } from './machine/daemon.ts';
import { needSpace } from './machine/disk.ts';
import { writeWhole } from './machine/files.ts';
import { refuseIfInterrupted, together } from './machine/interruption.ts';
import { bringUp } from './servers/bring-up.ts';
import { allServers, serversNamed } from './servers/catalogue.ts';
import { siteOf } from './servers/nginx.ts';
import { findSources, provideServers, stopServers } from './servers/servers.ts';
import { fillWithDemoData } from './services/demo/demo.ts';
import { awaitReady } from './services/health.ts';
import { provisionBucket, provisionDatabases } from './services/provision.ts';
import { type ServiceSetting, startService, stopService } from './services/service-process.ts';
import { serviceSettings } from './services/settings.ts';
import type { Watched } from './services/supervisor.ts';
import type { Progress } from './terminal/progress.ts';

const builtWeb = join(repository, 'services/web/dist');

/** Returns what has to be watched from now on. */
export async function bringSystemUp(instance: Instance, progress: Progress): Promise<readonly Watched[]> {
  // What cannot end well is told before anything is downloaded.
  needSpace(instance.folder, 500);
  if (!existsSync(join(repository, 'node_modules'))) needSpace(repository, 1_500);
  findSources(instance.name);
  await prepareSite(instance);
  const code = installDependencies(progress).then(() => buildAll(progress));
  const database = Promise.withResolvers<string>();
  const servers = provideServers(instance.name, {
    progress,
    onUp: (server, { PG_ADMIN_URL }) => {
      if (server === 'postgres' && PG_ADMIN_URL !== undefined) database.resolve(PG_ADMIN_URL);
    },
  });
  // Without its server a database never comes; the wait for it must end all the same.
  servers.catch((error: unknown) => database.reject(error));
  const databases = Promise.all([database.promise, code]).then(([adminUrl]) =>
    progress.step('databases', () => provisionDatabases(instance, adminUrl)),
  );
  const [urls, addresses] = await together([servers, databases, code]);
  refuseIfInterrupted();
  await progress.step('bucket', () => provisionBucket(instance, urls));
  publishWeb(instance);
  refuseIfInterrupted();
  const settings = serviceSettings(instance, urls, addresses);
  await progress.step('six services', () => startServices(instance, settings));
  await fillWithDemoData(instance, progress);
  return [...settings.map((setting) => watchedService(instance, setting)), ...watchedServers(instance)];
}

/** Services first, while everything they need to finish their work is still there. */
export async function takeSystemDown(instance: Instance, progress: Progress): Promise<void> {
  const live = services.filter((service) => running(instance, service.name) !== undefined);
  if (live.length > 0) {
    await progress.step('stop the services', () =>
      Promise.all(live.map((service) => stopService(instance, service))),
    );
  }
  await stopServers(instance.name, { progress });
}

async function startServices(instance: Instance, settings: readonly ServiceSetting[]): Promise<void> {
  await Promise.all(settings.map((setting) => startService(instance, setting)));
  await awaitReady(
    instance,
    settings.map(({ service }) => service),
  );
}

/** Written before nginx starts. One that survived a crash would go on with the former addresses, so it goes first. */
async function prepareSite(instance: Instance): Promise<void> {
  await stopServers(instance.name, { which: ['nginx'] });
  const upstreams = Object.fromEntries(
    [...services, issuer].map(({ name, ports }) => [name, `127.0.0.1:${ports[environments.local.name]}`]),
  );
  const site = renderLocalSite({
    port: instance.ports.web,
    appRoot: webRoot(instance),
    upstreams: upstreams as Parameters<typeof renderLocalSite>[0]['upstreams'],
  });
  writeWhole(siteOf(instance), site, { owner: instance.account });
}

/** The built web app where nginx can read it: a copy, when the clone lies in a home that is closed to others. */
function webRoot(instance: Instance): string {
  return canRead(instance.account, repository) ? builtWeb : join(instance.folder, 'web');
}

function publishWeb(instance: Instance): void {
  const published = webRoot(instance);
  if (published === builtWeb || !existsSync(builtWeb)) return;
  rmSync(published, { recursive: true, force: true });
  cpSync(builtWeb, published, { recursive: true });
}

function watchedService(instance: Instance, setting: ServiceSetting): Watched {
  const { name } = setting.service;
  return {
    title: name,
    isAlive: () => running(instance, name) !== undefined,
    revive: () => startService(instance, setting),
  };
}

/** Only servers that are processes of ours; those that were given or run in containers have their own keeper. */
function watchedServers(instance: Instance): Watched[] {
  return serversNamed(allServers)
    .filter((server) => server.processes.every(({ name }) => running(instance, name) !== undefined))
    .map((server) => ({
      title: server.title,
      isAlive: () => server.processes.every(({ name }) => running(instance, name) !== undefined),
      revive: () => bringUp(server, instance),
    }));
}
