// Servers of this run alone, because they are going to be killed. An address in the environment is not used here.
import { rmSync } from 'node:fs';
import { type Instance, openInstance } from '../../local/instance.ts';
import { running } from '../../local/machine/daemon.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { bringUp, takeDown } from '../../local/servers/bring-up.ts';
import { serversNamed } from '../../local/servers/catalogue.ts';
import type { Server } from '../../local/servers/server.ts';
import { sourcesOf } from '../../local/servers/sources.ts';
import type { ServerName } from '../schedule.ts';
import type { Kept } from './keeper.ts';

const names: readonly ServerName[] = ['postgres', 'rabbitmq', 'redis-jobs', 'redis-cache'];

export class PrivateServers {
  readonly instance: Instance;
  private readonly servers: readonly Server[] = serversNamed(names);

  private constructor(instance: Instance) {
    this.instance = instance;
  }

  static async start(): Promise<PrivateServers> {
    const servers = new PrivateServers(await openInstance('chaos'));
    servers.refuseWithoutPrograms();
    // What an interrupted run left behind is not worth looking at.
    await servers.stop();
    const fresh = new PrivateServers(await openInstance('chaos'));
    await Promise.all(fresh.servers.map(async (server) => bringUp(server, fresh.instance)));
    return fresh;
  }

  url(variable: 'PG_ADMIN_URL' | 'AMQP_URL' | 'REDIS_JOBS_URL' | 'REDIS_CACHE_URL'): string {
    const url = this.servers.map((server) => server.urls(this.instance)[variable]).find((one) => one);
    if (url === undefined) throw new Error(`no server has ${variable}`);
    return url;
  }

  /** Each server as something that is killed and comes back. */
  kept(): readonly Kept[] {
    const { instance } = this;
    return this.servers.map((server) => ({
      title: server.name,
      isAlive: () => server.processes.every(({ name }) => running(instance, name) !== undefined),
      revive: async () => bringUp(server, instance),
      kill: () => {
        const identity = running(instance, server.name);
        if (identity) process.kill(identity.pid, 'SIGKILL');
      },
    }));
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await takeDown(server, this.instance);
    rmSync(this.instance.folder, { recursive: true, force: true });
  }

  private refuseWithoutPrograms(): void {
    const sources = sourcesOf(this.servers, { instance: 'chaos', settings: {} });
    const missing = this.servers.filter((server) => sources.get(server)?.kind !== 'installed');
    if (missing.length === 0) return;
    const titles = missing.map(({ title }) => title).join(', ');
    throw new Obstacle(`Only processes of this machine can be killed; not installed here: ${titles}.`);
  }
}
