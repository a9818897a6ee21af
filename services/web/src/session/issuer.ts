import { NoAnswer } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { newProof, randomText } from './pkce.js';

// The issuer answers on the app's own origin. A request follows its redirects to where it would send the browser, and
// that address says how it went: so a person signs in without the page ever being left, or what they typed being lost.
const issuer = '/oidc';
const clientId = 'web';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
  readonly personId: string;
  readonly sessionId: string;
}

/** One way through the issuer, with what only this page knows of it. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
}

/** Where the issuer sends the browser: to sign in, back with a code, or back with the reason why not. */
export type Arrival =
  | { readonly at: 'sign-in'; readonly uid: string }
  | { readonly at: 'app'; readonly code: string }
  | { readonly at: 'refusal'; readonly error: string };

/** The issuer does not honour a code or a refresh token any more. */
export class GrantRefused extends Error {
  override readonly name = 'GrantRefused';
}

/** With the prompt `none` nobody is asked: it works for who is still signed in here, as after a reload. */
export async function authorize(prompt: 'none' | 'login'): Promise<{ attempt: Attempt; arrival: Arrival }> {
  const { verifier, challenge } = await newProof();
  const attempt = { state: randomText(), verifier };
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid api',
    redirect_uri: redirectUri(),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: attempt.state,
    prompt,
  });
  return { attempt, arrival: await follow(`${issuer}/auth?${query.toString()}`, attempt) };
}

export async function follow(address: string, { state }: Attempt): Promise<Arrival> {
  const answer = await fetch(address, { cache: 'no-store' }).catch(noAnswer);
  const { pathname, searchParams } = new URL(answer.url);
  const [, uid] = /^\/sign-in\/([\w-]+)$/.exec(pathname) ?? [];
  if (uid !== undefined) return { at: 'sign-in', uid };
  const error = searchParams.get('error') ?? searchParams.get('problem');
  if (error !== null) return { at: 'refusal', error };
  const code = searchParams.get('code');
  // An answer to a question that this page did not ask is somebody else's sign-in.
  if (code === null || searchParams.get('state') !== state)
    throw new NoAnswer(`${answer.status} from the issuer`);
  return { at: 'app', code };
}

export function redeem(code: string, { verifier }: Attempt): Promise<Tokens> {
  return tokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri(),
    code_verifier: verifier,
  });
}

export function renew(refreshToken: string): Promise<Tokens> {
  return tokens({ grant_type: 'refresh_token', refresh_token: refreshToken });
}

const redirectUri = (): string => `${location.origin}/signed-in`;

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

async function tokens(grant: Readonly<Record<string, string>>): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: clientId, ...grant });
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body, cache: 'no-store' }).catch(noAnswer);
  if (answer.status === 400) throw new GrantRefused();
  if (!answer.ok) throw new NoAnswer(`${answer.status} from the issuer`);
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in,
  } = (await answer.json()) as TokenAnswer;
  const expiresAt = systemClock.now().getTime() + expires_in * 1000;
  return { accessToken, refreshToken, expiresAt, ...claimsOf(accessToken) };
}

/** For showing and comparing only: whether a token is genuine is decided by whoever receives it. */
function claimsOf(token: string): Pick<Tokens, 'personId' | 'sessionId'> {
  const [, payload = ''] = token.split('.');
  // Both are plain ASCII, which is all that atob can read.
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  const { sub, sid } = JSON.parse(text) as { readonly sub: string; readonly sid: string };
  return { personId: sub, sessionId: sid };
}

function noAnswer(error: unknown): never {
  throw new NoAnswer('The connection failed.', { cause: error });
}
