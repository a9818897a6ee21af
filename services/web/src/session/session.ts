import { systemClock } from '@dhanman/kernel';
import { authorize, GrantRefused, redeem, renew, type Tokens } from './issuer.js';

/**
 * `unknown` until the issuer was asked; `ended` while a person who was signed in is asked for their password again, with
 * the page they were on still there.
 */
export type SessionState = 'unknown' | 'signed-out' | 'signed-in' | 'ended';

/** A token that ends while a request is under way would be refused on arrival. */
const marginMs = 30_000;

/** Whether asking the issuer is worth a request: only who signed in on this device before can still be signed in. */
const seenKey = 'dhanman.signed-in-before';

/** Who is signed in, in the memory of this page alone: no token is ever written where a script of tomorrow could find it. */
class Session {
  state: SessionState = remembered() ? 'unknown' : 'signed-out';
  private tokens: Tokens | undefined;
  private resuming: Promise<void> | undefined;
  private renewing: Promise<string> | undefined;
  private signedIn = Promise.withResolvers<undefined>();
  private readonly listeners = new Set<() => void>();

  get personId(): string | undefined {
    return this.tokens?.personId;
  }

  get sessionId(): string | undefined {
    return this.tokens?.sessionId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Finds out, without asking anybody, whether this browser is still signed in. */
  async resume(): Promise<SessionState> {
    if (this.state !== 'unknown') return this.state;
    this.resuming ??= this.silently()
      .then((tokens) => (tokens ? this.begin(tokens) : this.end('signed-out')))
      .finally(() => (this.resuming = undefined));
    await this.resuming;
    return this.state;
  }

  /** For another person than before the page begins anew: nothing that one has written is sent in the name of another. */
  begin(tokens: Tokens): void {
    if (this.isAnother(tokens)) return void anew();
    this.tokens = tokens;
    remember(true);
    this.move('signed-in');
    this.signedIn.resolve(undefined);
  }

  /** The next load of the page begins as for somebody who was never here. */
  end(state: 'signed-out' | 'ended'): void {
    if (state === 'signed-out') {
      this.tokens = undefined;
      remember(false);
    }
    if (this.state === 'signed-in') this.signedIn = Promise.withResolvers();
    this.move(state);
  }

  /** A token that is good for the next request. While the session has ended this waits until somebody signs in again. */
  async accessToken(): Promise<string> {
    await this.resume();
    const { tokens } = this;
    if (this.state === 'signed-in' && tokens && tokens.expiresAt - marginMs > systemClock.now().getTime()) {
      return tokens.accessToken;
    }
    if (this.state !== 'signed-in' || !tokens) {
      await this.signedIn.promise;
      return this.accessToken();
    }
    this.renewing ??= this.renewed(tokens).finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** A service refused this token: the next request needs another. */
  refused(accessToken: string): void {
    if (this.tokens?.accessToken === accessToken) this.tokens = { ...this.tokens, expiresAt: 0 };
  }

  private async renewed({ refreshToken }: Tokens): Promise<string> {
    const tokens = await renew(refreshToken).catch((error: unknown) => {
      if (error instanceof GrantRefused) return this.silently();
      throw error;
    });
    // Somebody else may have signed in meanwhile, in another tab.
    if (tokens && this.isAnother(tokens)) return anew();
    if (tokens) this.begin(tokens);
    else this.end('ended');
    return this.accessToken();
  }

  private isAnother({ personId }: Tokens): boolean {
    return this.personId !== undefined && this.personId !== personId;
  }

  private async silently(): Promise<Tokens | undefined> {
    const { attempt, arrival } = await authorize('none');
    return arrival.at === 'app' ? redeem(arrival.code, attempt) : undefined;
  }

  private move(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const session = new Session();

/** Whoever waits for an answer waits until the page is gone. */
function anew(): Promise<never> {
  location.assign('/');
  return new Promise(() => undefined);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(seenKey) !== null;
  } catch {
    return true;
  }
}

function remember(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(seenKey, 'yes');
    else localStorage.removeItem(seenKey);
  } catch {
    // A browser that keeps nothing is asked again at every load.
  }
}
