import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Problem } from '@dhanman/contracts';
import { connect as connectHttp2 } from 'node:http2';
import { connect, createServer, type SecureVersion } from 'node:tls';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployed, environments, hostOf, services, unitOf, webApp } from '../../topology.ts';
import { ask, askPlainly } from './ask.ts';
import { startSite, testConfiguration, type Site } from './site.ts';

const prod = (name: string) => hostOf(environments.prod, name);
const customers = '/api/v1/companies/1/customers';
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const everyService = deployed.flatMap((environment) =>
  services.map((service) => ({
    host: hostOf(environment, service.name),
    app: hostOf(environment, webApp),
    unit: unitOf(environment, service),
    name: service.name,
  })),
);

test('nginx finds nothing to complain about in the generated configuration', () => {
  expect(testConfiguration(site.root).split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(/syntax is ok$/),
    expect.stringMatching(/test is successful$/),
  ]);
});

describe('a request reaches its service', () => {
  test.each(everyService)('$host is answered by $unit', async ({ host, unit }) => {
    const answer = await ask(site, host, customers);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ service: expect.stringContaining(unit) });
  });

  test.each(everyService)('$app/api/$name/ is answered by $unit', async ({ app, name, unit }) => {
    const stub = site.stub(unit);
    stub.forget();
    const answer = await ask(site, app, `/api/${name}${customers}?q=a%20b`);
    expect(JSON.parse(answer.body)).toMatchObject({ service: expect.stringContaining(unit) });
    const seen = [...stub.seen, ...(unit === 'dhanman-prod-sales' ? site.stub(`${unit}.2`).seen : [])];
    expect(seen.at(-1)?.url).toBe(`${customers}?q=a%20b`);
    expect(answer.headers.location).toBe(`/api/${name}/api/v1/companies/1/customers/2`);
  });

  test('over HTTP/2 as well', async () => {
    const session = connectHttp2(`https://127.0.0.1:${site.httpsPort}`, {
      servername: prod('payroll'),
      ca: site.certificate,
    });
    const request = session.request({ ':path': customers, ':authority': prod('payroll') });
    const [headers] = (await once(request, 'response')) as [Record<string, unknown>];
    request.destroy();
    session.close();
    expect(headers[':status']).toBe(200);
  });

  test('an unknown service of the app is not found', async () => {
    const answer = await ask(site, prod(webApp), '/api/nobody/api/v1/things');
    expect(answer.status).toBe(404);
    expect(Problem.parse(JSON.parse(answer.body)).code).toBe('route-not-found');
  });
});

describe('an unknown host', () => {
  test('is misdirected over TLS, whatever name the handshake asked for', async () => {
    expect((await ask(site, 'evil.example', '/', { serverName: 'evil.example' })).status).toBe(421);
    expect((await ask(site, 'evil.example', '/', { serverName: prod('sales') })).status).toBe(421);
  });

  test('is misdirected without TLS and gets no redirect', async () => {
    const answer = await askPlainly(site, 'evil.example', '/');
    expect(answer.status).toBe(421);
    expect(answer.headers.location).toBeUndefined();
  });
});

describe('encryption', () => {
  test('plain HTTP is sent to HTTPS for good, path and query kept', async () => {
    const answer = await askPlainly(site, prod('sales'), '/docs?a=1');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe('https://sales.dhanman.com/docs?a=1');
  });

  test('the proof a certificate authority asks for is served without it', async () => {
    const answer = await askPlainly(site, prod('sales'), '/.well-known/acme-challenge/token');
    expect(answer).toMatchObject({ status: 200, body: 'proof' });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s is spoken', async (version) => {
    await expect(handshake(site.httpsPort, version)).resolves.toBe(version);
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)(
    '%s is refused, by a client that could speak it',
    async (version) => {
      await expect(handshake(site.httpsPort, version)).rejects.toThrow(/protocol version|EPROTO|alert/);
      const tolerant = await tolerantServer();
      const spoken = await handshake(tolerant.port, version).finally(() => tolerant.stop());
      expect(spoken).toBe(version);
    },
  );
});

describe('headers', () => {
  const common = {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    server: 'nginx',
  };

  test.each([
    ['a service', 'sales', customers],
    ['a service under the app', webApp, `/api/sales${customers}`],
    ['a refusal of nginx', 'sales', '/metrics'],
    ['a page', webApp, '/sales/invoices'],
    ['an asset', webApp, '/assets/index-4f3a.js'],
    ['a file', webApp, '/favicon.svg'],
    ['a missing file', webApp, '/missing.js'],
  ])('%s answers with each of them once', async (_, name, path) => {
    const { headers } = await ask(site, prod(name), path);
    expect(headers).toMatchObject(common);
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('a service runs no script and is framed by nobody, unless its page brings a policy', async () => {
    const json = await ask(site, prod('sales'), customers);
    expect(json.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    const page = await ask(site, prod('sales'), '/docs');
    expect(page.headers['content-security-policy']).toBe("default-src 'self'");
  });

  test('what a client claims about itself is overwritten on the way to the service', async () => {
    const stub = site.stub('dhanman-prod-payroll');
    stub.forget();
    await ask(site, prod('payroll'), customers, {
      headers: {
        'x-forwarded-for': '10.9.8.7, 10.9.8.6',
        'x-forwarded-proto': 'gopher',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '10.9.8.7',
        'x-request-id': 'chosen',
        forwarded: 'for=10.9.8.7',
        authorization: 'Bearer token',
      },
    });
    const headers = stub.seen[0]!.headers;
    expect(headers).toMatchObject({
      host: 'payroll.dhanman.com',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'payroll.dhanman.com',
      'x-real-ip': '127.0.0.1',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      authorization: 'Bearer token',
    });
    expect(headers).not.toHaveProperty('forwarded');
  });

  test('the request id of the answer is the one the service saw and the one in the log', async () => {
    const stub = site.stub('dhanman-prod-payroll');
    stub.forget();
    const { headers } = await ask(site, prod('payroll'), `${customers}?code=one-time`);
    const id = headers['x-request-id'] as string;
    expect(stub.seen[0]!.headers['x-request-id']).toBe(id);
    const log = await readFile(join(site.root, 'var/log/nginx/prod-payroll.log'), 'utf8');
    const line = JSON.parse(log.split('\n').find((entry) => entry.includes(id))!) as object;
    expect(line).toMatchObject({ host: 'payroll.dhanman.com', method: 'GET', path: customers, status: 200 });
    expect(log).not.toContain('one-time');
  });
});

describe('what is not for the public', () => {
  const spellings = [
    '/metrics',
    '/METRICS',
    '/%6detrics',
    '/%4DEtrics',
    '//metrics',
    '/./metrics',
    '/x/../metrics',
  ];
  const more = [
    '/metrics/',
    '/metrics?x=1',
    '/metrics;x',
    '/metrics%2f',
    '/metrics.json',
    '/metrics%0a',
    '/x/%2e%2e/metrics',
  ];
  const board = ['/jobs', '/jobs/', '/jobs/api/queues', '/JOBS', '/%6Aobs', '//jobs//api'];

  test.each([...spellings, ...more, ...board])(
    '%s is closed on a service and under the app',
    async (path) => {
      const stub = site.stub('dhanman-prod-common');
      stub.forget();
      for (const answer of [
        await ask(site, prod('common'), path),
        await ask(site, prod(webApp), `/api/common${path}`),
      ]) {
        expect(answer.status).toBe(404);
        expect(Problem.parse(JSON.parse(answer.body)).code).toBe('route-not-found');
      }
      expect(stub.seen).toEqual([]);
    },
  );

  test('a request line that names the whole address opens nothing', async () => {
    const answer = await ask(site, prod('common'), 'https://common.dhanman.com/metrics');
    expect(answer.status).toBe(404);
  });

  test('business paths that only begin alike stay open', async () => {
    expect((await ask(site, prod('common'), '/jobs-to-do')).status).toBe(200);
    expect((await ask(site, prod('common'), '/api/v1/companies/1/metrics')).status).toBe(200);
  });
});

describe('bodies', () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1_048_576, ' ');
  const send = (path: string, body: Buffer) => ask(site, prod('payroll'), path, { method: 'POST', body });

  test('of a megabyte pass, larger ones do not', async () => {
    expect((await send(customers, megabytes(1))).status).toBe(200);
    const refused = await send(customers, Buffer.concat([megabytes(1), Buffer.from(' ')]));
    expect(refused.status).toBe(413);
    expect(Problem.parse(JSON.parse(refused.body)).code).toBe('body-too-large');
  });

  test('of imports may have twenty-five megabytes', async () => {
    expect((await send('/api/v1/companies/1/imports', megabytes(25))).status).toBe(200);
    expect(
      (await send('/api/v1/companies/1/imports', Buffer.concat([megabytes(25), Buffer.from(' ')]))).status,
    ).toBe(413);
  });
});

function once(emitter: NodeJS.EventEmitter, event: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    emitter.once(event, (...values: unknown[]) => resolve(values));
    emitter.once('error', reject);
  });
}

/** Resolves to the version agreed on; security level 0 lets our own side speak the old ones. */
async function handshake(port: number, version: SecureVersion): Promise<string | null> {
  const socket = connect({
    host: '127.0.0.1',
    port,
    servername: prod('sales'),
    rejectUnauthorized: false,
    minVersion: version,
    maxVersion: version,
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  try {
    await once(socket, 'secureConnect');
    return socket.getProtocol();
  } finally {
    socket.destroy();
  }
}

async function tolerantServer(): Promise<{ readonly port: number; stop(): void }> {
  const [key, cert] = await Promise.all(
    ['privkey.pem', 'fullchain.pem'].map((name) => readFile(join(site.root, 'nginx/tls/prod', name))),
  );
  const server = createServer({
    key: key!,
    cert: cert!,
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as { port: number }).port, stop: () => server.close() };
}
