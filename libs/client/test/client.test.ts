import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, NoAnswer, RequestRefused, sales, serviceNames, type Client } from '../src/index.js';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const companyId = '019a9f3e-5f00-7000-8000-000000000001';
const id = '019a9f3e-5f00-7000-8000-000000000002';
const problem = {
  type: 'urn:dhanman:problem:stale-version',
  title: 'Changed in the meantime',
  status: 412,
  code: 'stale-version',
  detail: 'Somebody else changed this customer.',
  traceId: '0af7651916cd43dd8448eb211c80319c',
};

let server: Server;
let seen: Seen[];
let reply: Reply;
let call: Client;

beforeEach(async () => {
  seen = [];
  reply = { status: 200, type: 'application/json', body: '{"items":[],"nextCursor":null}' };
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      const type = reply.type === undefined ? {} : { 'content-type': reply.type };
      response.writeHead(reply.status, { ...type, ...reply.headers }).end(reply.body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  call = createClient({
    baseUrl: (service) => `http://127.0.0.1:${String(port)}/api/${service}`,
    headers: () => ({ authorization: 'Bearer token' }),
  });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('what goes out', () => {
  it('reaches the service by its path, with the query that was given and nothing of what was not', async () => {
    await call(sales.customersList, { path: { companyId }, query: { q: 'Asha & sons', cursor: undefined } });
    expect(seen).toMatchObject([
      { method: 'GET', url: `/api/sales/api/v1/companies/${companyId}/customers?q=Asha+%26+sons`, body: '' },
    ]);
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer token' });
    expect(seen[0]?.headers).not.toHaveProperty('content-type');
  });

  it('a value never leaves its place in the path', async () => {
    await call(sales.customersGet, { path: { companyId, id: '../../secret?x=1' } });
    expect(seen[0]?.url).toBe(`/api/sales/api/v1/companies/${companyId}/customers/..%2F..%2Fsecret%3Fx%3D1`);
  });

  it('a creation carries its body and the key under which it may be repeated', async () => {
    reply = { status: 201, type: 'application/json', body: '{}' };
    const body = { name: 'Asha Traders', code: undefined };
    const { status } = await call(
      sales.customersCreate,
      { path: { companyId }, body },
      { idempotencyKey: 'once' },
    );
    expect(status).toBe(201);
    expect(seen[0]).toMatchObject({ method: 'POST', body: '{"name":"Asha Traders"}' });
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'once' });
  });

  it('a change is a merge patch that names the version it was decided on', async () => {
    reply = { status: 200, type: 'application/json', body: '{}', headers: { etag: '"4"' } };
    const { etag } = await call(sales.customersPatch, {
      path: { companyId, id },
      headers: { 'If-Match': '"3"' },
      body: { phone: null },
    });
    expect(seen[0]).toMatchObject({ method: 'PATCH', body: '{"phone":null}' });
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'application/merge-patch+json',
      'if-match': '"3"',
    });
    expect(etag).toBe('"4"');
  });

  it('what the contract forbids does not compile', async () => {
    // @ts-expect-error -- A change without the version it was decided on.
    await call(sales.customersPatch, { path: { companyId, id }, body: {} });
    // @ts-expect-error -- A customer without a name.
    await call(sales.customersCreate, { path: { companyId }, body: {} });
    // @ts-expect-error -- A customer of no company.
    await expect(call(sales.customersGet, { path: { id } })).rejects.toThrow('needs "companyId"');
  });
});

describe('what comes back', () => {
  it('a refusal is an error that carries the whole problem', async () => {
    reply = { status: 412, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(problem) };
    const refused = call(sales.customersList, { path: { companyId } });
    await expect(refused).rejects.toThrow(RequestRefused);
    await expect(refused).rejects.toMatchObject({ message: problem.detail, problem });
  });

  it('a service that is not ready says so in an answer, not in an error', async () => {
    const health = { status: 'down', service: 'sales', version: '1.0.0', checks: {} };
    reply = { status: 503, type: 'application/json', body: JSON.stringify(health) };
    expect(await call(sales.healthReady, {})).toEqual({ status: 503, body: health, etag: undefined });
  });

  it('an empty answer is one', async () => {
    reply = { status: 204 };
    expect(await call(sales.customersList, { path: { companyId } })).toMatchObject({ status: 204 });
  });

  it.each<Reply>([
    { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
    { status: 200, type: 'text/html', body: '<h1>Sign in to this network</h1>' },
    { status: 200, type: 'application/json', body: '{"items":[' },
    { status: 500 },
  ])('what no service wrote is no answer: %j', async (strange) => {
    reply = strange;
    await expect(call(sales.customersList, { path: { companyId } })).rejects.toThrow(NoAnswer);
    expect(seen).toHaveLength(1);
  });

  it('a dead connection is no answer, and is not tried again', async () => {
    server.on('connection', (socket) => socket.destroy());
    await expect(call(sales.customersList, { path: { companyId } })).rejects.toThrow(NoAnswer);
    expect(seen).toEqual([]);
  });

  it('whoever gives up sees that and nothing else; running out of time is no answer', async () => {
    const request = { path: { companyId } };
    const given = call(sales.customersList, request, { signal: AbortSignal.abort() });
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    const late = call(sales.customersList, request, { signal: AbortSignal.timeout(0) });
    await expect(late).rejects.toThrow(NoAnswer);
  });
});

it('knows the six services', () => {
  expect(serviceNames).toHaveLength(6);
});
