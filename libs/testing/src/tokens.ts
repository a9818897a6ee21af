import { newId } from '@dhanman/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TokenClaims {
  readonly organizationId: string;
  /** Without these two the service decides by its own copy of memberships. */
  readonly companies?: readonly string[];
  readonly permissions?: readonly string[];
  readonly userId?: string;
  /** Who acts in the place of the user. */
  readonly actedBy?: string;
  /** The personal token behind it. */
  readonly pat?: { readonly id: string; readonly reads_only: boolean };
  /** A program has none. */
  readonly sessionId?: string;
}

/** What to get wrong on purpose. */
export interface TokenFlaws {
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  /** Seconds from now; negative for one that has expired. */
  readonly expiresInSeconds?: number;
  /** Seconds from now; above zero for one that is not valid yet. */
  readonly notBeforeSeconds?: number;
  readonly issuedSecondsAgo?: number;
  /** Signed with a key the service was never told about. */
  readonly isForged?: boolean;
}

const issuer = 'https://identity.test';
const audience = 'dhanman-test';
const algorithm = 'EdDSA';
const keyId = 'test';

const genuine: Required<TokenFlaws> = {
  issuer,
  audience,
  type: 'at+jwt',
  expiresInSeconds: 3600,
  notBeforeSeconds: 0,
  issuedSecondsAgo: 0,
  isForged: false,
};

const keyPairs = new Map<'ours' | 'foreign', ReturnType<typeof generateKeyPair>>();

/** Tells a service under test to trust the tokens of this process and no others. */
export async function authentication(): Promise<Readonly<Record<string, string>>> {
  const { publicKey } = await keyPair('ours');
  const key = { ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: 'sig' };
  return { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS: JSON.stringify({ keys: [key] }) };
}

/** A bearer token as the identity service would issue it, signed with a key that lives as long as this process. */
export async function aToken(claims: TokenClaims, flaws: TokenFlaws = {}): Promise<string> {
  const made = { ...genuine, ...flaws };
  const { privateKey } = await keyPair(made.isForged ? 'foreign' : 'ours');
  const { organizationId, companies, permissions, actedBy, pat, sessionId: sid, userId = newId() } = claims;
  const act = actedBy === undefined ? {} : { act: { sub: actedBy } };
  return new SignJWT({ org: organizationId, companies, permissions, sid, pat, ...act })
    .setProtectedHeader({ alg: algorithm, kid: keyId, typ: made.type })
    .setSubject(userId)
    .setIssuer(made.issuer)
    .setAudience(made.audience)
    .setIssuedAt(`${String(made.issuedSecondsAgo)}s ago`)
    .setNotBefore(`${String(made.notBeforeSeconds)}s`)
    .setExpirationTime(`${String(made.expiresInSeconds)}s`)
    .sign(privateKey);
}

function keyPair(whose: 'ours' | 'foreign'): ReturnType<typeof generateKeyPair> {
  const made = keyPairs.get(whose) ?? generateKeyPair(algorithm);
  keyPairs.set(whose, made);
  return made;
}
