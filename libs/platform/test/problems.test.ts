import { connect } from 'node:net';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { notes } from './support/notes.js';

let started: StartedService;
let token: string;
let path: string;

beforeAll(async () => {
  started = await startService(notes);
  const companyId = newId();
  token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  path = `/api/v1/companies/${companyId}/notes`;
});

afterAll(async () => {
  await started.stop();
});

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly type?: string;
}

async function ask(address: string, { method = 'GET', body, type = 'application/json' }: Asked = {}) {
  const response = await fetch(started.url + address, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
  return { response, text: await response.text() };
}

describe('every error is a problem document with a stable code:', () => {
  test.each<[string, number, string, () => [string, Asked?]]>([
    ['an address nobody serves', 404, 'route-not-found', () => ['/nothing/here']],
    ['a method the address does not take', 405, 'method-not-allowed', () => [path, { method: 'DELETE' }]],
    ['an address that is not text', 400, 'malformed-request', () => ['/%zz']],
    ['JSON that is cut off', 400, 'malformed-request', () => [path, { method: 'POST', body: '{"text":' }]],
    ['no body where one belongs', 400, 'request-invalid', () => [path, { method: 'POST' }]],
    ['a body of the wrong shape', 400, 'request-invalid', () => [path, { method: 'POST', body: '[1]' }]],
    [
      'a body that poisons prototypes',
      400,
      'malformed-request',
      () => [path, { method: 'POST', body: '{"__proto__":{"a":1}}' }],
    ],
    [
      'a form',
      415,
      'media-type-not-supported',
      () => [path, { method: 'POST', body: 'text=a', type: 'application/x-www-form-urlencoded' }],
    ],
    [
      'plain text',
      415,
      'media-type-not-supported',
      () => [path, { method: 'POST', body: '{}', type: 'text/plain' }],
    ],
    [
      'XML',
      415,
      'media-type-not-supported',
      () => [path, { method: 'POST', body: '<a/>', type: 'application/xml' }],
    ],
    [
      'a body beyond the limit',
      413,
      'body-too-large',
      () => [path, { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(1_100_000) }) }],
    ],
    [
      'a missing version',
      428,
      'version-missing',
      () => [`${path}/${newId()}`, { method: 'PATCH', body: '{"text":"a"}' }],
    ],
    ['a query the route does not know', 400, 'request-invalid', () => ['/odd/search?q=a&x=1']],
    ['a bug', 500, 'internal-error', () => ['/odd/bug']],
    ['an answer of the wrong shape', 500, 'internal-error', () => ['/odd/mismatch']],
  ])('%s is %d %s', async (_what, status, code, asked) => {
    const { response, text } = await ask(...asked());
    const body = JSON.parse(text) as Record<string, unknown>;
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
    });
    expect(body).toMatchObject({
      status,
      code,
      type: `urn:dhanman:problem:${code}`,
      traceId: expect.any(String),
    });
    expect(Object.keys(body)).toEqual(expect.arrayContaining(['title', 'detail']));
    expect(text).not.toMatch(/swordfish|\/srv|node_modules|\\n/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('bytes that are not HTTP', async () => {
    const answer = await raw('\u0000\u0001 nonsense\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
      code: 'malformed-request',
      status: 400,
    });
  });

  test('headers beyond the limit', async () => {
    const answer = await raw(`GET /health HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('headers-too-large');
  });

  test('a method that is not possible, with the ones that are', async () => {
    const { response } = await ask(`${path}/${newId()}`, { method: 'PUT', body: '{}' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, PATCH');
  });
});

describe('a request', () => {
  test('may name fields the service owns, and is refused with the name of each', async () => {
    const extra = {
      organizationId: newId(),
      organization_id: newId(),
      role: 'admin',
      status: 'posted',
      version: 9,
      created_by: 'me',
      is_admin: true,
    };
    const { response, text } = await ask(path, {
      method: 'POST',
      body: JSON.stringify({ text: 'a', ...extra }),
    });
    expect(response.status).toBe(400);
    const { errors } = JSON.parse(text) as { errors: { path: string; message: string }[] };
    expect(errors.map((error) => error.path).sort()).toEqual(Object.keys(extra).sort());
  });

  test('is answered only with the fields of its schema', async () => {
    const { text } = await ask('/odd/leak');
    expect(JSON.parse(text)).toEqual({ id: 'x', text: 'shown', version: 1 });
  });

  test('keeps the ids it brings if they are well formed, and gets new ones otherwise', async () => {
    const sent = { 'x-request-id': 'req-0123456789', 'x-correlation-id': 'corr-0123456789' };
    const kept = await fetch(`${started.url}/health`, { headers: sent });
    expect([kept.headers.get('x-request-id'), kept.headers.get('x-correlation-id')]).toEqual(
      Object.values(sent),
    );
    for (const bad of ['short', 'with space inside', '{"a":1}', 'x'.repeat(200), '../../etc/passwd']) {
      const fresh = await fetch(`${started.url}/health`, {
        headers: { 'x-request-id': bad, 'x-correlation-id': bad },
      });
      expect(fresh.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(fresh.headers.get('x-correlation-id')).toBe(fresh.headers.get('x-request-id'));
    }
  });
});

describe('the reference page', () => {
  test('brings everything it needs and may load nothing else', async () => {
    const { response, text } = await ask('/docs');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const asset = await fetch(new URL(address, `${started.url}/docs`));
      expect([address, asset.status]).toEqual([address, 200]);
      expect((await asset.text()).length).toBeGreaterThan(50);
    }
    expect(text).not.toMatch(/<script>|https?:\/\//);
  });
});

async function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(started.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
