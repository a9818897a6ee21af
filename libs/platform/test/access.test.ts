import { connect } from 'node:net';
import { generateKeyPairSync, createHmac } from 'node:crypto';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService, type TokenFlaws } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { httpAdapter } from '../src/http/server.js';
import { trustedProxiesVariable } from '../src/http/trusted-proxies.js';
import { createLogger } from '../src/observability/logger.js';
import { notes } from './support/notes.js';

let started: StartedService;
const organizationId = newId();
const companyId = newId();
const claims = { organizationId, companies: [companyId], permissions };
const path = `/api/v1/companies/${companyId}/notes`;

beforeAll(async () => {
  started = await startService(notes);
});

afterAll(async () => {
  await started.stop();
});

async function write(authorization: string | undefined, address = path) {
  const request = started.agent.post(address).send({ text: newId() });
  if (authorization !== undefined) void request.set('authorization', authorization);
  const { status, body } = await request;
  return { status, code: (body as { code?: string }).code };
}

const stored = async (): Promise<number> =>
  (await query(started.database.adminUrl, 'select from note')).length;

describe('a token', () => {
  test('of the issuer, for this audience, still valid, opens the door', async () => {
    expect(await write(`Bearer ${await aToken(claims)}`)).toEqual({ status: 201, code: undefined });
  });

  test.each<[string, TokenFlaws]>([
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for another audience', { audience: 'somebody-else' }],
    ['that has expired', { expiresInSeconds: -60 }],
    ['of another type, such as an id token', { type: 'JWT' }],
    ['signed with a key we do not know', { isForged: true }],
  ])('%s is refused', async (_what, flaws) => {
    const before = await stored();
    expect(await write(`Bearer ${await aToken(claims, flaws)}`)).toEqual({
      status: 401,
      code: 'token-not-valid',
    });
    expect(await stored()).toBe(before);
  });

  test('that is missing, cut, doubled or of another scheme is refused', async () => {
    const token = await aToken(claims);
    const headers = [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      token,
      `Basic ${token}`,
      `Bearer ${token.slice(0, -3)}`,
      `Bearer ${token} ${token}`,
    ];
    for (const header of headers) expect([header, (await write(header)).status]).toEqual([header, 401]);
  });

  test('that says it needs no signature, or names its own key, is refused', async () => {
    const [, payload] = (await aToken(claims)).split('.');
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { publicKey } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    const headers = [
      { alg: 'none', typ: 'at+jwt' },
      { alg: 'None', typ: 'at+jwt', kid: 'test' },
      { alg: 'HS256', typ: 'at+jwt', kid: 'test' },
      { alg: 'EdDSA', typ: 'at+jwt', jwk },
      { alg: 'EdDSA', typ: 'at+jwt', jku: 'https://evil.example/jwks.json' },
      { alg: 'EdDSA', typ: 'at+jwt', x5u: 'https://evil.example/x.pem' },
      { alg: 'EdDSA', typ: 'at+jwt', kid: '../../../../dev/null' },
      { alg: 'EdDSA', typ: 'at+jwt', kid: "test' or '1'='1" },
      { alg: 'EdDSA', typ: 'at+jwt', kid: 'test', crit: ['b64'], b64: false },
    ];
    for (const header of headers) {
      const signed = `${encode(header)}.${payload!}`;
      for (const signature of [
        '',
        createHmac('sha256', JSON.stringify(jwk)).update(signed).digest('base64url'),
      ]) {
        const { status } = await write(`Bearer ${signed}.${signature}`);
        expect([header, status]).toEqual([header, 401]);
      }
    }
  });

  test('without the permission is told which one is missing', async () => {
    const token = await aToken({ ...claims, permissions: ['dhanman.sales.customer.read'] });
    const { body } = await started.agent
      .post(path)
      .set('authorization', `Bearer ${token}`)
      .send({ text: 'a' })
      .expect(403);
    expect(body).toMatchObject({
      code: 'permission-missing',
      details: { permission: 'dhanman.sales.customer.create' },
    });
  });

  test('does not show whether a company exists that its owner does not belong to', async () => {
    const authorization = `Bearer ${await aToken(claims)}`;
    for (const company of [newId(), 'not-an-id', companyId.toUpperCase(), `${companyId}%20`, '%00']) {
      expect(await write(authorization, `/api/v1/companies/${company}/notes`)).toMatchObject({ status: 404 });
    }
  });
});

describe('a protected address cannot be reached by writing it differently:', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['encoded letters', path.replace('notes', '%6eotes')],
    ['doubly encoded letters', path.replace('notes', '%256eotes')],
    ['an encoded slash', path.replace('/notes', '%2fnotes')],
    ['a double slash', path.replace('/notes', '//notes')],
    ['a double slash in front', `/${path}`],
    ['a trailing slash', `${path}/`],
    ['dots', `/health/..${path}`],
    ['encoded dots', `/health/%2e%2e${path}`],
    ['dots in the middle', path.replace('/notes', '/./notes')],
    ['capitals', path.replace('notes', 'NOTES')],
    ['capitals in front', path.replace('/api', '/API')],
    ['a semicolon', path.replace('notes', 'notes;x=1')],
    ['a backslash', path.replace('/notes', '\\notes')],
    ['an encoded zero', `${path}%00`],
    ['a fragment', `${path}%23`],
    ['the absolute form', `http://localhost${path}`],
    ['the absolute form of another host', `http://health${path}`],
    ['a query that looks like a path', `${path}?/health`],
  ];

  test.each(spellings)('%s', async (_what, target) => {
    const before = await stored();
    expect(await status('POST', target)).toBeGreaterThanOrEqual(400);
    expect([401, 404, 405, 400]).toContain(await status('POST', target));
    expect(await stored()).toBe(before);
  });

  /** Written by hand, because every HTTP client tidies an address up before it sends it. */
  async function status(method: string, target: string): Promise<number> {
    const { hostname, port } = new URL(started.url);
    const body = JSON.stringify({ text: newId() });
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(
      `${method} ${target} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
        `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)![1]);
  }
});

describe('the address of a caller', () => {
  const logger = createLogger({
    service: 'notes',
    LOG_LEVEL: 'error',
    ENVIRONMENT: 'test',
    SERVICE_VERSION: '0',
  });
  const behind = (proxies?: string) => {
    const server = httpAdapter(logger, trustedProxiesVariable.parse(proxies)).getInstance();
    server.get('/address', async (request) => request.ip);
    return async (remoteAddress: string, forwarded: string): Promise<string> =>
      (await server.inject({ url: '/address', remoteAddress, headers: { 'x-forwarded-for': forwarded } }))
        .body;
  };
  const seenFrom = behind();

  test('is that of the connection, whatever it writes about itself', async () => {
    const seen = new Set<string>();
    for (let number = 0; number < 1_000; number += 1) {
      seen.add(await seenFrom('203.0.113.9', `10.${number % 256}.${number >> 8}.7, 127.0.0.1`));
    }
    expect([...seen]).toEqual(['203.0.113.9']);
  });

  test('is what our own proxy wrote last, not what was there before it', async () => {
    expect(await seenFrom('127.0.0.1', '10.0.0.1, 127.0.0.1, 198.51.100.4')).toBe('198.51.100.4');
    expect(await seenFrom('::ffff:127.0.0.1', '10.0.0.1, 198.51.100.4')).toBe('198.51.100.4');
    expect(await seenFrom('::1', '198.51.100.4')).toBe('198.51.100.4');
  });

  test('is what a proxy of a named network wrote last, and of no other, this machine included', async () => {
    const seenBehind = behind('10.42.0.0/16, fd00::/8');
    expect(await seenBehind('10.42.3.9', '203.0.113.1, 198.51.100.4')).toBe('198.51.100.4');
    // One hop: a proxy before the proxy is a client.
    expect(await seenBehind('10.42.3.9', '198.51.100.4, 10.42.3.8')).toBe('10.42.3.8');
    expect(await seenBehind('fd00::7', '198.51.100.4')).toBe('198.51.100.4');
    expect(await seenBehind('10.43.3.9', '198.51.100.4')).toBe('10.43.3.9');
    expect(await seenBehind('127.0.0.1', '198.51.100.4')).toBe('127.0.0.1');
  });
});
