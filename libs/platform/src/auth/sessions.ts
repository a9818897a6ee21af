import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@dhanman/kernel';
import type { FastifyRequest } from 'fastify';

interface Session {
  readonly token: string;
  readonly endsAt: number;
}

export const sessionSeconds = 900;
const cookie = 'dhanman_session';
const most = 1_000;

/**
 * For the few routes that a browser opens as pages, where it cannot send an Authorization header: an access token is kept
 * here and the browser gets a cookie that stands for it, for a quarter of an hour and one path. The token is checked at
 * every request as if it had been sent. Sessions live in this process and end with it.
 */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly clock: Clock) {}

  /** The value of a `Set-Cookie` header. No script can read it, and no other site makes the browser send it. */
  begin(token: string, { path, isSecure }: { readonly path: string; readonly isSecure: boolean }): string {
    const secret = randomBytes(32).toString('base64url');
    this.tidy();
    this.sessions.set(nameOf(secret), { token, endsAt: this.now() + sessionSeconds * 1_000 });
    const attributes = [`Path=${path}`, `Max-Age=${sessionSeconds}`, 'HttpOnly', 'SameSite=Strict'];
    return [`${cookie}=${secret}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join('; ');
  }

  /** The token for which the request's cookie stands. A change must come from a page of our own. */
  tokenIn({ headers, method }: Pick<FastifyRequest, 'headers' | 'method'>): string | undefined {
    const [, secret] =
      /(?:^|;\s*)dhanman_session=([A-Za-z0-9_-]{43})(?:;|$)/.exec(headers.cookie ?? '') ?? [];
    const isOurs = method === 'GET' || headers['sec-fetch-site'] === 'same-origin';
    const session = secret === undefined || !isOurs ? undefined : this.sessions.get(nameOf(secret));
    return session && session.endsAt > this.now() ? session.token : undefined;
  }

  private tidy(): void {
    for (const [name, { endsAt }] of this.sessions) if (endsAt <= this.now()) this.sessions.delete(name);
    if (this.sessions.size >= most) this.sessions.delete(this.sessions.keys().next().value ?? '');
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** What is kept cannot be used as a cookie. */
function nameOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
