// The configuration that pods get, in a real nginx: the ingress is whoever asks, the services are stubs.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nginxFiles } from '../../generate/kubernetes/web.ts';
import { serverAccount } from '../../local/machine/account.ts';
import { deployed, hostOf, issuer, services, webApp } from '../../topology.ts';
import { askPlainly, type Question } from '../nginx/ask.ts';
import { StubService } from '../nginx/stub-service.ts';

const customers = '/api/v1/companies/1/customers';
let prefix: string;
let httpPort: number;
let nginx: ChildProcess;
let stubs: readonly StubService[];
const ask = (host: string, path: string, question?: Question) =>
  askPlainly({ httpPort }, host, path, question);
const lastOf = (name: string) => stubs.find((stub) => stub.name === name)?.seen.at(-1);

beforeAll(async () => {
  prefix = await mkdtemp(join(tmpdir(), 'dhanman-cluster-nginx-'));
  httpPort = await freePort();
  stubs = await Promise.all([...services, issuer].map(({ name }) => StubService.start(name)));
  const appRoot = join(prefix, 'app');
  await mkdir(appRoot);
  await writeFile(join(appRoot, 'index.html'), 'the app');
  const files = nginxFiles({
    ...{ port: httpPort, scratch: prefix, appRoot },
    upstreamOf: (name) => stubs.find((stub) => stub.name === name)!.address,
  });
  for (const [name, text] of files) {
    // Where the volume of the pod puts it.
    const file = join(prefix, name === 'nginx.conf' ? name : `dhanman/${name}`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text.replace('/dev/stdout', join(prefix, 'access.log')));
  }
  const account = serverAccount();
  await chown(prefix, account.uid, account.gid);
  const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const options = ['-c', join(prefix, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;'];
  nginx = spawn('nginx', options, { env: { PATH }, stdio: 'ignore', ...account });
  await until(async () => (await readFile(join(prefix, 'nginx.pid'), 'utf8')).length > 0);
});

afterAll(async () => {
  const ended = once(nginx, 'exit');
  nginx.kill('SIGQUIT');
  await ended;
  await Promise.all(stubs.map((stub) => stub.stop()));
  await rm(prefix, { recursive: true });
});

test.each(deployed)('every host of $name is served, and no other', async (environment) => {
  for (const { name } of services) {
    const direct = await ask(hostOf(environment, name), customers);
    const throughApp = await ask(hostOf(environment, webApp), `/api/${name}${customers}`);
    for (const { body } of [direct, throughApp]) expect(JSON.parse(body)).toMatchObject({ service: name });
  }
  expect((await ask(hostOf(environment, webApp), '/sales/invoices')).body).toBe('the app');
  expect((await ask('billing.dhanman.com', customers)).status).toBe(421);
});

test('a service hears of TLS and of the client as the ingress says, not as the client does', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.66, 198.51.100.4', 'x-forwarded-proto': 'http' };
  await ask('sales.dhanman.com', customers, { headers });
  expect(lastOf('sales')?.headers).toMatchObject({
    'x-forwarded-for': '198.51.100.4',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'sales.dhanman.com',
  });
});

test('metrics and job boards are closed, limits hold, and the probe of the pod is answered', async () => {
  for (const path of ['/metrics', '/jobs', '/JOBS/queues'])
    expect((await ask('sales.dhanman.com', path)).status).toBe(404);
  expect((await ask('10.244.1.7', '/health')).status).toBe(204);
  const { status, headers } = await ask('app.dhanman.com', '/oidc/token');
  expect(status).toBe(200);
  expect(headers).toHaveProperty('strict-transport-security');
});

test('who asks too often waits, and others do not', async () => {
  const from = (address: string) => ({ method: 'POST', headers: { 'x-forwarded-for': address } });
  const signIns = await Promise.all(
    Array.from({ length: 40 }, () => ask('app.dhanman.com', '/oidc/token', from('198.51.100.9'))),
  );
  expect(signIns.filter(({ status }) => status === 429).length).toBeGreaterThan(10);
  expect((await ask('app.dhanman.com', '/oidc/token', from('198.51.100.10'))).status).toBe(200);
});
