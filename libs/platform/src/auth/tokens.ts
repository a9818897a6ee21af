import { Id as IdSchema } from '@dhanman/contracts';
import { type Clock, DomainError, type Id } from '@dhanman/kernel';
import { z } from 'zod';
import type { TrustedIssuer } from '../config.js';
import type { Caller, Standing } from './actor.js';
import { Issuers } from './issuers.js';
import { KeysUnavailable } from './remote-keys.js';

export class Unauthenticated extends DomainError {
  constructor(cause?: unknown) {
    super('unauthenticated', 'token-not-valid', 'Please sign in: the access token is missing or not valid.', {
      cause,
    });
  }
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  org: (IdSchema as unknown as z.ZodType<Id>).optional(),
  sid: z.string().max(255).optional(),
  act: z.object({ sub: z.string().min(1).max(255) }).optional(),
  pat: z.object({ id: IdSchema as unknown as z.ZodType<Id>, reads_only: z.boolean() }).optional(),
  companies: z.array(z.string()).max(10_000).optional(),
  permissions: z.array(z.string()).max(10_000).optional(),
  iat: z.number(),
  exp: z.number(),
});

const remembered = 1_000;

/**
 * Access tokens of the configured issuers, the first of which is the one that knows our people. Algorithms, issuer,
 * audience and type are pinned; keys come from the configuration alone, so that no header of a token can make us fetch
 * or trust another.
 */
export class Tokens {
  private readonly issuers: Issuers;
  private readonly verified = new Map<string, Caller>();

  constructor(
    private readonly trusted: readonly TrustedIssuer[],
    private readonly clock: Clock,
  ) {
    this.issuers = new Issuers(trusted, clock);
  }

  /** The signature of a token never changes, so it is checked once; its end is checked every time. */
  async callerOf(token: string): Promise<Caller> {
    const known = this.verified.get(token);
    if (known && known.expiresAt > this.clock.now()) return known;
    this.verified.delete(token);
    const caller = await this.verify(token);
    if (this.verified.size >= remembered) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(token, caller);
    return caller;
  }

  private async verify(token: string): Promise<Caller> {
    try {
      const { by, payload } = await this.issuers.prove(token);
      const claims = Claims.parse(payload);
      const { sub, org, sid, act, pat, iat, exp } = claims;
      const actedBy = act && this.subject(by, act.sub);
      const times = { issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
      const who = { userId: this.subject(by, sub), actedBy, organizationId: org, sessionId: sid };
      const personal = this.isOurs(by) && pat ? { id: pat.id, readsOnly: pat.reads_only } : undefined;
      const isTrusted = by.permissionsClaim === 'trusted';
      return { ...who, token: personal, ...times, ...(isTrusted && { trusted: standingIn(claims) }) };
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error;
      throw new Unauthenticated(error);
    }
  }

  /** Two issuers may call two people the same: a stranger's subject never is one of our people. */
  private subject(by: TrustedIssuer, sub: string): string {
    return this.isOurs(by) ? sub : `${by.issuer} ${sub}`;
  }

  private isOurs({ issuer }: TrustedIssuer): boolean {
    return issuer === this.trusted[0]?.issuer;
  }
}

/** What an issuer says that answers for permissions itself. One that says nothing leaves it to the service. */
function standingIn({ companies, permissions }: z.infer<typeof Claims>): Standing | undefined {
  if (companies === undefined || permissions === undefined) return undefined;
  return { grants: [{ patterns: permissions }], companyIds: new Set(companies), state: 'active' };
}
