import { Id as IdSchema } from '@dhanman/contracts';
import { type Clock, DomainError, type Id } from '@dhanman/kernel';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Standing } from './actor.js';

export class Unauthenticated extends DomainError {
  constructor(cause?: unknown) {
    super('unauthenticated', 'token-not-valid', 'Please sign in: the access token is missing or not valid.', {
      cause,
    });
  }
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  org: IdSchema as unknown as z.ZodType<Id>,
  companies: z.array(z.string()).max(10_000).optional(),
  permissions: z.array(z.string()).max(10_000).optional(),
  exp: z.number(),
});

/** Who sent a request, as far as the token says: what they may do is known by the service itself. */
export interface Caller {
  readonly userId: string;
  readonly organizationId: Id;
  /** Only of an issuer that is trusted with permissions too. */
  readonly trusted?: Standing | undefined;
}

interface Verified {
  readonly caller: Caller;
  readonly expiresAt: number;
}

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly permissionsClaim: 'ignored' | 'trusted';
}

const remembered = 1_000;

/**
 * Access tokens of the one configured issuer. Algorithms, issuer, audience and type are pinned; keys come from the
 * configuration alone, so that no header of a token can make us fetch or trust another.
 */
export class Tokens {
  private readonly keys: ReturnType<typeof createLocalJWKSet>;
  private readonly verified = new Map<string, Verified>();

  constructor(
    keys: JSONWebKeySet,
    private readonly expected: Expected,
    private readonly clock: Clock,
  ) {
    this.keys = createLocalJWKSet(keys);
  }

  /** The signature of a token never changes, so it is checked once; its end is checked every time. */
  async callerOf(token: string): Promise<Caller> {
    const known = this.verified.get(token);
    if (known && known.expiresAt > this.clock.now().getTime()) return known.caller;
    this.verified.delete(token);
    const verified = await this.verify(token);
    if (this.verified.size >= remembered) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(token, verified);
    return verified.caller;
  }

  private async verify(token: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.expected.issuer,
        audience: this.expected.audience,
        algorithms: ['EdDSA', 'ES256', 'RS256'],
        typ: 'at+jwt',
        clockTolerance: 30,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'iat'],
      });
      const claims = Claims.parse(payload);
      const isTrusted = this.expected.permissionsClaim === 'trusted';
      const caller = { userId: claims.sub, organizationId: claims.org };
      return {
        caller: { ...caller, ...(isTrusted && { trusted: standingIn(claims) }) },
        expiresAt: claims.exp * 1000,
      };
    } catch (error) {
      throw new Unauthenticated(error);
    }
  }
}

/** What an issuer says that answers for permissions itself. One that says nothing leaves it to the service. */
function standingIn({ companies, permissions }: z.infer<typeof Claims>): Standing | undefined {
  if (companies === undefined || permissions === undefined) return undefined;
  return { grants: [{ patterns: permissions }], companyIds: new Set(companies), state: 'active' };
}
