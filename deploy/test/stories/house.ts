// All six services as processes of their own, started as production starts them, behind the nginx of `npm start`.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freshVirtualHost, spawnService, until, type SpawnedService } from '@dhanman/testing';
import { renderLocalNginx } from '../../generate/nginx/local.ts';
import { serverAccount } from '../../local/machine/account.ts';
import { environments, hostOf, services, webApp, type ServiceName } from '../../topology.ts';
import { askPlainly, type Answer, type Question } from '../nginx/ask.ts';

type Asked = Pick<Question, 'method' | 'headers' | 'body'>;

export interface House {
  readonly services: Readonly<Record<ServiceName, SpawnedService>>;
  /** One request as the app sends it: to its own host, below /api/<service>. */
  ask(service: ServiceName, path: string, question?: Asked): Promise<Answer>;
  stop(): Promise<void>;
}

export type Overrides = Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>>;

export async function openHouse(overrides: Overrides = {}): Promise<House> {
  const vhost = await freshVirtualHost();
  const started = new Map<ServiceName, SpawnedService>();
  const close = async () => {
    for (const service of started.values()) await service.drop();
    await vhost.drop();
  };
  const results = await Promise.allSettled(
    services.map(async ({ name }) =>
      started.set(name, await spawnService(name, { vhost, overrides: overrides[name] ?? {} })),
    ),
  );
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    await close();
    throw failure.reason;
  }
  const site = await startNginx([...started].map(([name, { process }]) => [name, new URL(process.url).host]));
  return {
    services: Object.fromEntries(started) as House['services'],
    ask: (service, path, question) =>
      askPlainly(site, hostOf(environments.local, webApp), `/api/${service}${path}`, question),
    stop: async () => {
      await site.stop();
      await close();
    },
  };
}

interface Nginx {
  readonly httpPort: number;
  stop(): Promise<void>;
}

async function startNginx(upstreams: readonly (readonly [ServiceName, string])[]): Promise<Nginx> {
  const prefix = await mkdtemp(join(tmpdir(), 'dhanman-house-'));
  const port = await freePort();
  const appRoot = join(prefix, 'app');
  await mkdir(appRoot);
  const file = join(prefix, 'nginx.conf');
  const addresses = Object.fromEntries(upstreams) as Record<ServiceName, string>;
  await writeFile(file, renderLocalNginx({ prefix, port, appRoot, upstreams: addresses }));
  const account = serverAccount();
  await chown(prefix, account.uid, account.gid);
  const nginx: ChildProcess = spawn(
    'nginx',
    ['-p', prefix, '-c', file, '-e', join(prefix, 'error.log'), '-g', 'daemon off;'],
    { env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }, stdio: 'inherit', ...account },
  );
  await until(async () => (await readFile(join(prefix, 'nginx.pid'), 'utf8')).length > 0, {
    what: 'nginx runs',
  });
  return {
    httpPort: port,
    stop: async () => {
      const ended = once(nginx, 'exit');
      nginx.kill();
      await ended;
      await rm(prefix, { recursive: true });
    },
  };
}
