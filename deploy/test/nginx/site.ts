// nginx with the generated vhosts of production and QA, as an ordinary user below a directory of its own, in front
// of stubs. Nothing differs from a server but ports, paths and certificates.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, until } from '@dhanman/testing';
import { nginx } from '../../generate/nginx/tree.ts';
import { upstream } from '../../generate/nginx/vhosts.ts';
import { serverAccount } from '../../local/machine/account.ts';
import {
  deployed,
  directoryOf,
  environments,
  issuer,
  services,
  unitOf,
  type Service,
} from '../../topology.ts';
import { certify } from './certificates.ts';
import { StubService } from './stub-service.ts';

export interface Site {
  readonly root: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** The certificate to trust. */
  readonly certificate: string;
  /** By unit name, such as `dhanman-qa-sales`; sales in production has a second instance, `….2`. */
  stub(name: string): StubService;
  /** Sends new requests for a service of production elsewhere, as a release does; requests under way end undisturbed. */
  redirect(service: Service, addresses: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

export interface SiteOptions {
  /** A header whose address nginx takes for the client's, to meet it from many networks. */
  readonly addressHeader?: string;
  /** By unit name: where a service really listens, instead of a stub. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
}

export async function startSite({ addressHeader, addresses = {} }: SiteOptions = {}): Promise<Site> {
  const root = await mkdtemp(join(tmpdir(), 'dhanman-nginx-'));
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const stubs = await startStubs();
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server) await ended(server);
    await Promise.all([...stubs.values()].map((stub) => stub.stop()));
    await rm(root, { recursive: true });
  };
  try {
    const listening = { http: [`127.0.0.1:${httpPort}`], https: [`127.0.0.1:${httpsPort}`] };
    await writeTree(root, listening, (unit) => addresses[unit] ?? addressesOf(stubs, unit));
    if (addressHeader !== undefined) await trustAddressIn(root, addressHeader);
    certify(join(root, 'nginx/tls'));
    await handOver(root);
    server = run(root);
    await until(async () => (await readFile(join(root, 'run/nginx.pid'))).length > 0, { what: 'nginx runs' });
  } catch (error) {
    await stop(); // or its open sockets would keep the test run alive
    throw error;
  }
  const certificate = await readFile(join(root, 'nginx/tls/prod/fullchain.pem'), 'utf8');
  const master = server;
  const redirect: Site['redirect'] = async (service, targets) => {
    const file = join(root, 'nginx/prod/upstreams', `${service.name}.conf`);
    await writeFile(file, upstream(environments.prod, service, targets));
    await reload(master);
  };
  return { root, httpPort, httpsPort, certificate, stub: (name) => named(stubs, name), redirect, stop };
}

/** Resolves when no worker of before takes new connections. */
async function reload(master: ChildProcess): Promise<void> {
  const before = workersOf(master);
  master.kill('SIGHUP');
  await until(
    () =>
      workersOf(master)
        .filter((pid) => before.includes(pid))
        .every(isLeaving),
    {
      what: 'the workers of before take no new connections',
    },
  );
}

const workersOf = ({ pid }: ChildProcess): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);

function isLeaving(pid: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('shutting down');
}

function named(stubs: ReadonlyMap<string, StubService>, name: string): StubService {
  const found = stubs.get(name);
  if (!found) throw new Error(`No stub is called ${name}.`);
  return found;
}

function trustAddressIn(root: string, header: string): Promise<void> {
  const trust = `\nset_real_ip_from 127.0.0.1;\nreal_ip_header ${header};\n`;
  return appendFile(join(root, 'nginx/dhanman/http.conf'), trust);
}

/** Runs `nginx -t` over the tree and gives its words, which are few when all is well. */
export function testConfiguration(root: string): string {
  return execFileSync('sh', ['-c', 'nginx -t "$@" 2>&1 || true', '-', ...options(root)], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    ...serverAccount(),
  });
}

const options = (root: string): readonly string[] => [
  ...['-p', root, '-c', join(root, 'nginx/nginx.conf'), '-e', join(root, 'var/log/nginx/error.log')],
];

function run(root: string): ChildProcess {
  return spawn('nginx', [...options(root), '-g', 'daemon off;'], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    ...serverAccount(),
  });
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode !== null || !server.kill('SIGTERM')) return;
  await exit;
}

async function startStubs(): Promise<ReadonlyMap<string, StubService>> {
  const names = deployed.flatMap((environment) =>
    [...services, issuer].map((one) => unitOf(environment, one)),
  );
  const stubs = await Promise.all([...names, 'dhanman-prod-sales.2'].map((name) => StubService.start(name)));
  return new Map(stubs.map((stub) => [stub.name, stub]));
}

interface Listening {
  readonly http: readonly string[];
  readonly https: readonly string[];
}

const addressesOf = (stubs: ReadonlyMap<string, StubService>, unit: string): readonly string[] =>
  [...stubs.values()].filter(({ name }) => name.replace(/\.2$/, '') === unit).map(({ address }) => address);

async function writeTree(
  root: string,
  listening: Listening,
  addresses: (unit: string) => readonly string[],
): Promise<void> {
  const files = nginx({
    ...listening,
    root,
    upstreams: (environment, target) => addresses(unitOf(environment, target)),
  });
  for (const directory of [
    'run',
    'var/log/nginx',
    'var/lib/nginx',
    'var/www/acme/.well-known/acme-challenge',
  ]) {
    await mkdir(join(root, directory), { recursive: true });
  }
  for (const [file, content] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  await cp('/etc/nginx/mime.types', join(root, 'nginx/mime.types'));
  await writeFile(join(root, 'var/www/acme/.well-known/acme-challenge/token'), 'proof');
  for (const environment of deployed) {
    const app = join(root, directoryOf(environment, 'web'), 'current');
    await mkdir(join(app, 'assets'), { recursive: true });
    await writeFile(
      join(app, 'index.html'),
      `<style nonce="PAGE-NONCE"></style>the app of ${environment.name}`,
    );
    await writeFile(join(app, 'assets/index-4f3a.js'), `export const answer = 42;${' '.repeat(2_000)}`);
    await writeFile(join(app, 'favicon.svg'), '<svg/>');
    await writeFile(join(app, 'service-worker.js'), 'skipWaiting();');
    await writeFile(join(app, 'manifest.en.webmanifest'), '{"name":"Dhanman"}');
    await writeFile(join(app, '.secret'), 'not for the public');
  }
}

async function handOver(root: string): Promise<void> {
  const { uid, gid } = serverAccount();
  await chown(root, uid, gid);
  for (const entry of await readdir(root, { recursive: true })) await chown(join(root, entry), uid, gid);
}
