import type { Clock } from '@dhanman/kernel';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { KeySource, TrustedIssuer } from '../config.js';
import { RemoteKeys } from './remote-keys.js';

const algorithms = ['EdDSA', 'ES256', 'RS256'];

/** Enough for every issuer's way of naming keys, and no path, query or quote. */
const keyId = /^[A-Za-z0-9._~-]{1,128}$/;

/** Headers that would tell us where to find a key, or which key to believe. Nobody we trust sends them. */
const forbidden = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'crit', 'zip', 'enc'];

export interface Proven {
  readonly by: TrustedIssuer;
  readonly payload: JWTPayload;
}

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/**
 * The issuers whose tokens are believed, each with its own keys: a key of one never proves a token of another. What a
 * token says before its signature is checked decides nothing but which of the configured keys it is checked with.
 */
export class Issuers {
  private readonly keys = new Map<string, JWTVerifyGetKey>();

  constructor(
    private readonly trusted: readonly TrustedIssuer[],
    private readonly clock: Clock,
  ) {
    for (const { issuer, keys } of trusted) this.keys.set(issuer, this.keysFrom(keys));
  }

  async prove(token: string): Promise<Proven> {
    refuseStrangeHeader(token);
    const { iss } = decodeJwt(token);
    const expected = this.trusted.find(({ issuer }) => issuer === iss);
    const keys = this.keys.get(expected?.issuer ?? '');
    if (!expected || !keys) throw new TokenRefused('of an issuer that is not trusted');
    const { issuer, audience } = expected;
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer, audience, algorithms, typ: 'at+jwt', clockTolerance: 30 },
      currentDate: this.clock.now(),
      requiredClaims: ['exp', 'iat'],
    });
    return { by: expected, payload };
  }

  private keysFrom(source: KeySource): JWTVerifyGetKey {
    if (typeof source === 'string') return new RemoteKeys(source, this.clock).keyOf;
    return createLocalJWKSet(source);
  }
}

function refuseStrangeHeader(token: string): void {
  const header = decodeProtectedHeader(token);
  const strange = forbidden.find((name) => name in header);
  if (strange !== undefined) throw new TokenRefused(`with the header ${strange}`);
  if (!algorithms.includes(String(header.alg))) throw new TokenRefused('of another algorithm');
  if (header.kid !== undefined && !(typeof header.kid === 'string' && keyId.test(header.kid)))
    throw new TokenRefused('with a key id that is none');
}
