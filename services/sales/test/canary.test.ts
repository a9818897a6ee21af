import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Numbers and secrets in the forms people and programs have them; none may ever be found in a log. */
const canaries = [
  'ABCPE1234F',
  '27ABCPE1234F1Z5',
  '234567890123',
  '2345 6789 0123',
  '9876543210',
  '+91 98765 43210',
  'canary@example.com',
  '50100123456789',
  'HDFC0001234',
  'postgres://canary:hunter2@db/x',
  'password=hunter2',
  'Bearer hunter2hunter2',
  'one\ntwo\u001b[31mred',
] as const;

const traces =
  /ABCPE1234F|234567890123|2345 6789|9876543210|98765 43210|canary@|50100123456789|HDFC0001234|hunter2/;

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

let sales: SpawnedService;
let token: string;
const companyId = newId();

beforeAll(async () => {
  sales = await spawnService('sales', { overrides: { LOG_LEVEL: 'debug' } });
  token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
});

afterAll(() => sales.drop());

async function send(method: string, path: string, canary: string): Promise<number> {
  const encoded = encodeURIComponent(canary);
  const address = path.replace('{companyId}', companyId).replaceAll(/\{\w+\}/g, encoded);
  const body = JSON.stringify({
    name: canary,
    gstin: canary,
    [canary]: canary,
    email: canary,
    lines: [canary],
  });
  const { status } = await fetch(`${sales.process.url}${address}?q=${encoded}&${encoded}=${encoded}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-request-id': encoded,
      'x-correlation-id': encoded,
      'if-match': `"${encoded}"`,
      'idempotency-key': encoded,
      'x-forwarded-for': encoded,
      'user-agent': encoded,
      cookie: `session=${encoded}`,
    },
    ...(method === 'get' ? {} : { body }),
  });
  return status;
}

/** A customer whose every detail is a canary, stored, changed, found again and traced. */
async function aCanaryCustomer(): Promise<void> {
  const customers = `/api/v1/companies/${companyId}/customers`;
  const details = { name: 'ABCPE1234F', email: 'canary@example.com', phone: '+919876543210' };
  const json = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify(body),
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(sales.process.url + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as object) },
    });
  const twice = json(details);
  const { id } = (await (await ask(customers, twice)).json()) as { id: string };
  expect((await ask(customers, twice)).headers.get('idempotent-replayed')).toBe('true');
  const patch = { method: 'PATCH', body: '{"email":"canary@example.org"}' };
  const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
  expect((await ask(`${customers}/${id}`, { ...patch, headers })).status).toBe(200);
  const audit = await (await ask(`/api/v1/audit?entityId=${id}`)).text();
  // The trail is where such things belong: it shows what was changed to whoever may see it.
  expect(audit).toContain('canary@example.org');
}

describe('the log of a service', () => {
  it('holds nothing of what was sent to any of its routes, and one event per line', async () => {
    const document = (await (await fetch(`${sales.process.url}/openapi.json`)).json()) as OpenApi;
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method, path })),
    );
    expect(routes.length).toBeGreaterThan(3);
    const statuses = new Set<number>();
    for (const canary of canaries) {
      for (const { method, path } of routes) statuses.add(await send(method, path, canary));
      statuses.add(await send('get', `/no-such/${encodeURIComponent(canary)}`, canary));
    }
    await aCanaryCustomer();
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    const output = await until(() => {
      const text = sales.process.output;
      return (
        (text.match(/"message":"request"/g) ?? []).length >= canaries.length * (routes.length - 3) && text
      );
    });
    // A well-formed request id is kept; one that is a PAN shows that the canaries reached the log, and were hidden.
    expect(output).toContain('"requestId":"[hidden]"');
    expect(output.split('\n').filter((line) => traces.test(line))).toEqual([]);
    for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('message');
    expect(output).not.toContain(token);
  });
});
