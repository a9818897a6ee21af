import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { until } from '@dhanman/testing';
import { freePort } from '../../../../libs/testing/src/http-port.js';
import { renderLocalNginx } from '../../../../deploy/generate/nginx/local.ts';
import { services } from '../../src/operations/services.js';

const web = resolve(import.meta.dirname, '../..');
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

export type Upstreams = Readonly<Record<(typeof services)[number], string>>;

export interface Site {
  readonly address: string;
  stop(): Promise<void>;
}

/** The production build behind the nginx of `npm start`, with the same headers and the same policy. */
export async function startSite(upstreams?: Upstreams): Promise<Site> {
  const prefix = mkdtempSync(join(tmpdir(), 'dhanman-web-'));
  // Started as root, nginx works as another user.
  chmodSync(prefix, 0o755);
  const appRoot = join(prefix, 'site');
  await run(process.execPath, [vite, 'build', '--outDir', appRoot, '--emptyOutDir', '--logLevel', 'warn']);
  const port = await freePort();
  const configuration = join(prefix, 'nginx.conf');
  writeFileSync(
    configuration,
    renderLocalNginx({ prefix, appRoot, port, upstreams: upstreams ?? (await nobody()) }),
  );
  const nginx = spawn(
    'nginx',
    ['-p', prefix, '-c', configuration, '-e', join(prefix, 'error.log'), '-g', 'daemon off;'],
    {
      stdio: 'inherit',
    },
  );
  const address = `http://app.dhanman.localhost:${String(port)}`;
  await until(() => answers(port), { what: 'nginx answers' });
  return {
    address,
    stop: async () => {
      const ended = once(nginx, 'close');
      nginx.kill('SIGTERM');
      await ended;
      rmSync(prefix, { recursive: true });
    },
  };
}

/** Addresses where nothing listens: every service is down. */
async function nobody(): Promise<Upstreams> {
  const ports = await Promise.all(services.map(freePort));
  return Object.fromEntries(
    services.map((name, index) => [name, `127.0.0.1:${String(ports[index])}`]),
  ) as unknown as Upstreams;
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined);
  return answer !== undefined;
}

async function run(file: string, args: readonly string[]): Promise<void> {
  const child: ChildProcess = spawn(file, args, {
    cwd: web,
    // Jest says "test", for which the libraries would be built in their larger form for developers.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
}
