import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, authentication, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, type JWK } from 'jose';
import { notes } from './support/notes.js';

/**
 * Every way of forging a token that we know of. Each is refused, nothing is stored, and nobody is asked for a key: a
 * server stands where the forged headers point, and the fetch of this process is watched.
 */
let started: StartedService;
let trap: Server;
let visits = 0;
const fetched: string[] = [];
const genuineFetch = globalThis.fetch;

const companyId = newId();
/** What the path needs, and no more: all permissions there are, twice encoded, fill the headers of a request. */
const needed = permissions.filter((one) => one.startsWith('dhanman.sales.customer.'));
const claims = { organizationId: newId(), companies: [companyId], permissions: needed };
const path = `/api/v1/companies/${companyId}/notes`;

let genuine: string;
let header: Record<string, unknown>;
let payload: Record<string, unknown>;
let trusted: JWK;
let trapUrl: string;

beforeAll(async () => {
  trap = createServer((_request, response) => {
    visits += 1;
    response.end(JSON.stringify({ keys: [evilJwk] }));
  }).listen(0, '127.0.0.1');
  await once(trap, 'listening');
  trapUrl = `http://127.0.0.1:${String((trap.address() as AddressInfo).port)}`;
  started = await startService(notes);
  genuine = await aToken(claims);
  header = { ...decodeProtectedHeader(genuine) };
  payload = { ...decodeJwt(genuine) };
  [trusted] = (JSON.parse((await authentication())['AUTH_JWKS']!) as { keys: [JWK] }).keys;
  globalThis.fetch = (...request: Parameters<typeof fetch>) => {
    fetched.push(request[0] instanceof Request ? request[0].url : String(request[0]));
    return genuineFetch(...request);
  };
});

afterAll(async () => {
  globalThis.fetch = genuineFetch;
  await started.stop();
  trap.close();
});

const evil = generateKeyPairSync('ed25519');
const evilJwk = { ...evil.publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'EdDSA', use: 'sig' };
const evilRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

type Changes = Readonly<Record<string, unknown>>;

/** Signed properly, but by a key that nobody trusts. */
function byEvil(headers: Changes = {}, body: Changes = {}): string {
  const text = `${encode({ ...header, ...headers })}.${encode({ ...payload, ...body })}`;
  return `${text}.${signWith(null, Buffer.from(text), evil.privateKey).toString('base64url')}`;
}

/** Signed with a secret that everybody knows, because it is the public key in some spelling. */
function byHmac(secret: string | Buffer, headers: Changes = {}, hash = 'sha256'): string {
  const text = `${encode({ ...header, alg: 'HS256', ...headers })}.${encode(payload)}`;
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
}

const unsigned = (headers: Changes, signature = ''): string =>
  `${encode({ ...header, ...headers })}.${encode(payload)}.${signature}`;

/** The genuine signature under something it was not made for. */
function tampered(headers: Changes, body: Changes): string {
  return `${encode({ ...header, ...headers })}.${encode({ ...payload, ...body })}.${genuine.split('.')[2]!}`;
}

const pem = (): string =>
  '-----BEGIN PUBLIC KEY-----\n' + Buffer.from(String(trusted.x), 'base64url').toString('base64');
const parts = (): readonly [string, string, string] => genuine.split('.') as [string, string, string];

const zoo: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['no algorithm', () => unsigned({ alg: 'none' })],
  ['no algorithm, in capitals', () => unsigned({ alg: 'NONE' })],
  ['no algorithm, mixed', () => unsigned({ alg: 'nOnE' })],
  ['no algorithm, with the genuine signature', () => unsigned({ alg: 'none' }, parts()[2])],
  ['an empty algorithm', () => unsigned({ alg: '' })],
  ['a missing algorithm', () => unsigned({ alg: undefined }, parts()[2])],
  ['an algorithm that is a list', () => unsigned({ alg: ['none', 'EdDSA'] }, parts()[2])],
  ['an empty signature', () => unsigned({})],
  ['the public key as HMAC secret, as JSON', () => byHmac(JSON.stringify(trusted))],
  ['the public key as HMAC secret, as bytes', () => byHmac(Buffer.from(String(trusted.x), 'base64url'))],
  ['the public key as HMAC secret, as text', () => byHmac(String(trusted.x))],
  ['the public key as HMAC secret, as PEM', () => byHmac(pem())],
  ['an empty HMAC secret', () => byHmac('')],
  ['HMAC with 512 bits', () => byHmac(String(trusted.x), { alg: 'HS512' }, 'sha512')],
  ['HMAC that says it is EdDSA', () => byHmac(String(trusted.x), { alg: 'EdDSA' })],
  [
    'RS256 by another key, under a trusted key id',
    () => {
      const text = `${encode({ ...header, alg: 'RS256' })}.${encode(payload)}`;
      return `${text}.${signWith('sha256', Buffer.from(text), evilRsa.privateKey).toString('base64url')}`;
    },
  ],
  ['PS256, which nobody uses here', () => byEvil({ alg: 'PS256' })],
  [
    'ES256 with a signature of zeros',
    () => unsigned({ alg: 'ES256' }, encode(Buffer.alloc(64).toString('latin1'))),
  ],
  ['a signature of zeros', () => unsigned({}, Buffer.alloc(64).toString('base64url'))],
  ['another key', () => byEvil()],
  ['another key without a key id', () => byEvil({ kid: undefined })],
  ['a key id that is a path', () => byEvil({ kid: '../../../../dev/null' })],
  ['a key id that is SQL', () => byEvil({ kid: "x' union select 'key' --" })],
  ['a key id that is a command', () => byEvil({ kid: 'test|id' })],
  ['a key id that is an address', () => byEvil({ kid: `${trapUrl}/key` })],
  ['a key id that is a number', () => byEvil({ kid: 7 })],
  ['a key id that is an object', () => byEvil({ kid: { $ne: null } })],
  ['a key id that is very long', () => byEvil({ kid: 'k'.repeat(2_000) })],
  ['a key id with a zero', () => byEvil({ kid: 'test\u0000' })],
  ['the key id __proto__', () => byEvil({ kid: '__proto__' })],
  ['its own key', () => byEvil({ jwk: evilJwk })],
  ['its own key and no key id', () => byEvil({ jwk: evilJwk, kid: undefined })],
  ['an address of keys', () => byEvil({ jku: `${trapUrl}/jwks.json` })],
  [
    'an address of keys that begins like ours',
    () => byEvil({ jku: `https://identity.test@${new URL(trapUrl).host}/` }),
  ],
  ['an address of a certificate', () => byEvil({ x5u: `${trapUrl}/cert.pem` })],
  [
    'a certificate of its own',
    () => byEvil({ x5c: [evil.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')] }),
  ],
  ['a thumbprint', () => byEvil({ x5t: 'AAAA' })],
  ['an extension that must be understood', () => byEvil({ crit: ['exp'], exp: 0 })],
  ['an unencoded payload', () => byEvil({ crit: ['b64'], b64: false })],
  ['a genuine signature under its own key', () => tampered({ jwk: evilJwk }, {})],
  ['another person under a genuine signature', () => tampered({}, { sub: newId() })],
  ['another organization under a genuine signature', () => tampered({}, { org: newId() })],
  ['a later end under a genuine signature', () => tampered({}, { exp: 4_000_000_000 })],
  ['another issuer', () => aToken(claims, { issuer: 'https://evil.example' })],
  ['an issuer that begins like ours', () => aToken(claims, { issuer: 'https://identity.test.evil.example' })],
  ['our issuer with a slash more', () => aToken(claims, { issuer: 'https://identity.test/' })],
  ['another audience', () => aToken(claims, { audience: 'somebody-else' })],
  ['the type of an id token', () => aToken(claims, { type: 'JWT' })],
  ['no type that we know', () => aToken(claims, { type: 'logout+jwt' })],
  ['an end in the past', () => aToken(claims, { expiresInSeconds: -31 })],
  ['a beginning in the future', () => aToken(claims, { notBeforeSeconds: 120 })],
  ['two signatures', () => `${genuine}.${parts()[2]}`],
  ['two parts', () => parts().slice(0, 2).join('.')],
  ['a token in a token', () => byEvil({ cty: 'JWT' }, { jwt: genuine })],
  [
    'a genuine token as payload',
    () => {
      const text = `${encode({ ...header, cty: 'JWT' })}.${encode(genuine)}`;
      return `${text}.${signWith(null, Buffer.from(text), evil.privateKey).toString('base64url')}`;
    },
  ],
  ['an encrypted token', () => `${encode({ alg: 'dir', enc: 'A128GCM', typ: 'at+jwt' })}..AAAA.AAAA.AAAA`],
  [
    'JSON in the place of a token',
    () => encode({ payload: parts()[1], signatures: [{ protected: parts()[0], signature: parts()[2] }] }),
  ],
  ['a payload that is no JSON', () => `${parts()[0]}.${encode('not json')}.${parts()[2]}`],
  ['a payload that is a list', () => `${parts()[0]}.${encode('[]')}.${parts()[2]}`],
  [
    'a header twice',
    () => `${encode('{"alg":"EdDSA","alg":"none","typ":"at+jwt","kid":"test"}')}.${encode(payload)}.`,
  ],
  [
    'a header with a prototype',
    () => `${encode('{"__proto__":{"alg":"none"},"typ":"at+jwt"}')}.${encode(payload)}.`,
  ],
  ['a signature cut short', () => genuine.slice(0, -2)],
  [
    'a signature with one bit turned',
    () => {
      const bytes = Buffer.from(parts()[2], 'base64url');
      bytes[0] = bytes[0]! ^ 1;
      return `${parts()[0]}.${parts()[1]}.${bytes.toString('base64url')}`;
    },
  ],
];

const ask = (token: string) =>
  started.agent.post(path).set('authorization', `Bearer ${token}`).send({ text: newId() });

describe('a forged token', () => {
  test('there are at least forty kinds, and the genuine one opens the door', async () => {
    expect(zoo.length).toBeGreaterThanOrEqual(40);
    await ask(genuine).expect(201);
  });

  test.each(zoo)('with %s is refused', async (_what, make) => {
    const rows = await query(started.database.adminUrl, 'select from note');
    const { status, body } = await ask(await make());
    expect([status, (body as { code?: string }).code]).toEqual([401, 'token-not-valid']);
    expect(await query(started.database.adminUrl, 'select from note')).toHaveLength(rows.length);
  });

  test('makes nobody ask for a key, at no address whatsoever', () => {
    expect(visits).toBe(0);
    expect(fetched.filter((address) => !address.startsWith(started.url))).toEqual([]);
  });
});
