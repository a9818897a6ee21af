import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '@dhanman/testing';
import { renderLocalNginx } from '../../generate/nginx/local.ts';
import { serverAccount } from '../../local/machine/account.ts';
import { environments, hostOf, issuer, services, webApp, type ServiceName } from '../../topology.ts';
import { askPlainly, storm } from './ask.ts';
import { StubService } from './stub-service.ts';

const local = (name: string) => hostOf(environments.local, name);
const customers = '/api/v1/companies/1/customers';
let prefix: string;
let httpPort: number;
let nginx: ChildProcess;
let stubs: readonly StubService[];
let secondSales: StubService;
const ask = (host: string, path: string) => askPlainly({ httpPort }, host, path);

beforeAll(async () => {
  prefix = await mkdtemp(join(tmpdir(), 'dhanman local nginx-')); // with a space, as a person's folders may have
  httpPort = await freePort();
  stubs = await Promise.all([...services, issuer].map(({ name }) => StubService.start(name)));
  const appRoot = join(prefix, 'app');
  await mkdir(appRoot);
  await writeFile(join(appRoot, 'index.html'), 'the app of this machine');
  secondSales = await StubService.start('sales');
  const addresses = Object.fromEntries(stubs.map(({ name, address }) => [name, address])) as Record<
    ServiceName | 'issuer',
    string
  >;
  const upstreams = { ...addresses, sales: [addresses.sales, secondSales.address] };
  const file = join(prefix, 'nginx.conf');
  await writeFile(file, renderLocalNginx({ prefix, port: httpPort, appRoot, upstreams }));
  const account = serverAccount();
  await chown(prefix, account.uid, account.gid);
  const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const log = join(prefix, 'error.log');
  nginx = spawn('nginx', ['-p', prefix, '-c', file, '-e', log, '-g', 'daemon off;'], {
    env: { PATH },
    stdio: 'inherit',
    ...account,
  });
  await until(async () => (await readFile(join(prefix, 'nginx.pid'), 'utf8')).length > 0);
});
afterAll(async () => {
  const exit = new Promise((resolve) => nginx.once('exit', resolve));
  nginx.kill();
  await exit;
  await Promise.all([...stubs, secondSales].map((stub) => stub.stop()));
  await rm(prefix, { recursive: true });
});

test.each(services)('$name answers at its own host and under the app', async ({ name }) => {
  for (const answer of [
    await ask(local(name), customers),
    await ask(local(webApp), `/api/${name}${customers}`),
  ]) {
    expect(JSON.parse(answer.body)).toMatchObject({ service: name });
  }
});

test('of two instances both get requests', async () => {
  for (let turn = 0; turn < 4; turn += 1) await ask(local('sales'), customers);
  expect(stubs.find(({ name }) => name === 'sales')?.seen.length).toBeGreaterThan(0);
  expect(secondSales.seen.length).toBeGreaterThan(0);
});

test('the app is served for every path of its own', async () => {
  expect((await ask(local(webApp), '/sales/invoices')).body).toBe('the app of this machine');
});

test('nothing tells a browser to insist on encryption, yet the policy of the app is the one of production', async () => {
  const { headers } = await ask(local(webApp), '/');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

test('the service sees the address a person typed, port and all', async () => {
  await ask(local('sales'), customers);
  // The same again: two instances take turns.
  await ask(local('sales'), customers);
  const seen = stubs.find(({ name }) => name === 'sales')?.seen.at(-1);
  expect(seen?.headers).toMatchObject({
    host: `sales.dhanman.localhost:${httpPort}`,
    'x-forwarded-proto': 'http',
  });
});

test('a bench is not an attack: nobody is told to wait', async () => {
  const { answers } = await storm(500, () => ask(local('sales'), customers));
  expect(answers).toEqual({ 200: 500 });
});

test('metrics and job boards are as closed as on a server', async () => {
  for (const path of ['/metrics', '/jobs', '/%4detrics']) {
    expect((await ask(local('common'), path)).status).toBe(404);
    expect((await ask(local(webApp), `/api/common${path}`)).status).toBe(404);
  }
});

test('an unknown host is misdirected', async () => {
  expect((await ask('localhost', '/')).status).toBe(421);
});
