import { type Clock, DomainError } from '@dhanman/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

export class KeysUnavailable extends DomainError {
  constructor(cause?: unknown) {
    super(
      'unavailable',
      'keys-unavailable',
      'Access tokens cannot be checked at the moment. Please try again.',
      {
        cause,
      },
    );
  }
}

/** An issuer announces a key a day before it signs, so that this is soon enough to learn of it without being asked. */
const refreshedAfterMs = 10 * 60_000;
/** Tokens with keys nobody knows must not make us ask again and again. */
const cooldownMs = 30_000;
const goodForMs = 24 * 60 * 60_000;
const patienceMs = 3_000;

const Keys = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .min(1)
    .max(50),
});

type KeySet = ReturnType<typeof createLocalJWKSet>;

/**
 * The public keys of one issuer, from the one address the configuration names. Fetched once for all who wait; asked for
 * again in the background, and when a token names a key that is not there; kept for a day when the issuer is away.
 */
export class RemoteKeys {
  private known: { readonly keys: KeySet; readonly fetchedAt: number } | undefined;
  private triedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<boolean> | undefined;

  constructor(
    private readonly address: string,
    private readonly clock: Clock,
  ) {}

  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.present();
    try {
      return await keys(header, token);
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey;
      if (!isUnknown || !(await this.refresh())) throw error;
      return (await this.present())(header, token);
    }
  };

  private async present(): Promise<KeySet> {
    if (this.age > goodForMs) await this.refresh();
    else if (this.age > refreshedAfterMs) void this.refresh();
    if (!this.known || this.age > goodForMs) throw new KeysUnavailable();
    return this.known.keys;
  }

  private get age(): number {
    return this.now - (this.known?.fetchedAt ?? Number.NEGATIVE_INFINITY);
  }

  private get now(): number {
    return this.clock.now().getTime();
  }

  /** Whether there is something newer than before. Whoever comes while it is being fetched waits for the same answer. */
  private refresh(): Promise<boolean> {
    if (this.fetching) return this.fetching;
    if (this.now - this.triedAt < cooldownMs) return Promise.resolve(false);
    this.triedAt = this.now;
    this.fetching = this.fetch()
      .then((keys) => {
        this.known = { keys: createLocalJWKSet(keys), fetchedAt: this.now };
        return true;
      })
      .catch(() => false)
      .finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetch(): Promise<JSONWebKeySet> {
    const answer = await fetch(this.address, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`The issuer answers ${answer.status}.`);
    return Keys.parse(await answer.json());
  }
}
