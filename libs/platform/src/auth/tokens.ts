import { Id as IdSchema } from '@dhanman/contracts';
import { type Clock, DomainError, type Id } from '@dhanman/kernel';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import { Actor } from './actor.js';

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
  companies: z.array(z.string()).max(10_000),
  permissions: z.array(z.string()).max(10_000),
  exp: z.number(),
});

interface Verified {
  readonly actor: Actor;
  readonly expiresAt: number;
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
    private readonly expected: { readonly issuer: string; readonly audience: string },
    private readonly clock: Clock,
  ) {
    this.keys = createLocalJWKSet(keys);
  }

  /** The signature of a token never changes, so it is checked once; its end is checked every time. */
  async actorOf(token: string): Promise<Actor> {
    const known = this.verified.get(token);
    if (known && known.expiresAt > this.clock.now().getTime()) return known.actor;
    this.verified.delete(token);
    const verified = await this.verify(token);
    if (this.verified.size >= remembered) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(token, verified);
    return verified.actor;
  }

  private async verify(token: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expected,
        algorithms: ['EdDSA', 'ES256', 'RS256'],
        typ: 'at+jwt',
        clockTolerance: 30,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'iat'],
      });
      const { sub, org, companies, permissions, exp } = Claims.parse(payload);
      return { actor: new Actor(sub, org, new Set(companies), new Set(permissions)), expiresAt: exp * 1000 };
    } catch (error) {
      throw new Unauthenticated(error);
    }
  }
}
