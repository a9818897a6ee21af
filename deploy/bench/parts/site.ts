import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, until } from '@dhanman/testing';
import { renderLocalNginx, type Upstreams } from '../../generate/nginx/local.ts';
import { services } from '../../topology.ts';

const built = resolve(import.meta.dirname, '../../../services/web/dist');

export interface Site {
  readonly address: string;
  /** What it serves as files. */
  readonly appRoot: string;
  stop(): Promise<void>;
}

/** The production build behind the nginx of `npm start`, with the same headers and the same policy. */
export async function startSite(upstreams?: Upstreams, givenPort?: number): Promise<Site> {
  const prefix = mkdtempSync(join(tmpdir(), 'dhanman-web-'));
  const appRoot = join(prefix, 'site');
  if (!existsSync(built)) throw new Error('The web app is not built: npm run build');
  // Started as root, nginx works as another user, who may not look into this repository.
  chmodSync(prefix, 0o755);
  cpSync(built, appRoot, { recursive: true });
  const port = givenPort ?? (await freePort());
  const configuration = join(prefix, 'nginx.conf');
  writeFileSync(
    configuration,
    renderLocalNginx({ prefix, appRoot, port, upstreams: upstreams ?? (await nobody()) }),
  );
  const nginx = spawn(
    'nginx',
    ['-p', prefix, '-c', configuration, '-e', join(prefix, 'error.log'), '-g', 'daemon off;'],
    // Where Debian keeps it an ordinary user does not look.
    { stdio: 'inherit', env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` } },
  );
  const address = addressAt(port);
  await until(() => answers(port), { what: 'nginx answers' });
  return {
    address,
    appRoot,
    stop: async () => {
      const ended = once(nginx, 'close');
      nginx.kill('SIGTERM');
      await ended;
      rmSync(prefix, { recursive: true });
    },
  };
}

/** Whoever issues tokens has to know it before the site is there. */
export function addressAt(port: number): string {
  return `http://app.dhanman.localhost:${String(port)}`;
}

/** Addresses where nothing listens: every service is down. */
export async function nobody(): Promise<Upstreams> {
  const ports = await Promise.all(services.map(freePort));
  return Object.fromEntries(
    services.map(({ name }, index) => [name, `127.0.0.1:${String(ports[index])}`]),
  ) as unknown as Upstreams;
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined);
  return answer !== undefined;
}
