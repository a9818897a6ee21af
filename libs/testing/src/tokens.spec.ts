import { describe, expect, it, test } from '@jest/globals';
import { newId } from '@dhanman/kernel';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { aToken, authentication, type TokenFlaws } from './tokens.js';

const claims = {
  organizationId: newId(),
  companies: [newId()],
  permissions: ['dhanman.sales.customer.read'],
};

const verified = async (flaws: TokenFlaws = {}) => {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS: keys } = await authentication();
  const keySet = createLocalJWKSet(JSON.parse(keys!) as JSONWebKeySet);
  return jwtVerify(await aToken(claims, flaws), keySet, {
    issuer: issuer!,
    audience: audience!,
    typ: 'at+jwt',
  });
};

describe('a token', () => {
  it('is one that a service which trusts this process accepts', async () => {
    const { payload } = await verified();
    expect(payload).toMatchObject({
      org: claims.organizationId,
      companies: claims.companies,
      permissions: claims.permissions,
    });
  });

  test.each<TokenFlaws>([
    { isForged: true },
    { issuer: 'https://elsewhere.test' },
    { audience: 'another-api' },
    { type: 'JWT' },
    { expiresInSeconds: -1 },
  ])('with %p is refused', async (flaw) => {
    await expect(verified(flaw)).rejects.toThrow();
  });

  it('comes with the public half of its key only', async () => {
    const { AUTH_JWKS } = await authentication();
    expect(Object.keys((JSON.parse(AUTH_JWKS!) as { keys: object[] }).keys[0]!)).not.toContain('d');
  });
});
