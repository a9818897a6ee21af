import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { Clock, newId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noOrganization } from '../people/person.js';
import { type DatedKey, type KeyRing, ringOf } from './key-rotation.js';
import { SealService } from './seal.service.js';

interface StoredKey extends DatedKey {
  readonly privateKey: string;
}

export interface SigningKey extends DatedKey {
  readonly jwk: Readonly<Record<string, unknown>> & { readonly kid: string };
}

export interface SigningKeys {
  readonly currentKid: string;
  readonly keys: readonly SigningKey[];
}

/** ES256: small signatures, and every verifier knows it. */
export const signingAlgorithm = 'ES256';

const newKeyPair = promisify(generateKeyPair);

/** The keys that sign tokens: in Postgres, so that every process has the same, and encrypted, so that no copy signs. */
@Injectable()
export class SigningKeysService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seal: SealService,
  ) {}

  /** What is to be published now. Makes the next key when it is time, and forgets those of which no token is left. */
  async present(): Promise<SigningKeys> {
    const { published, current } = await this.db.transaction(noOrganization, (tx) => this.turned(tx));
    if (!current) throw new Error('There is no key to sign with.');
    const keys = published.map(({ kid, signsFrom, privateKey }) => ({
      ...{ kid, signsFrom },
      jwk: {
        ...(JSON.parse(this.seal.open(privateKey, kid)) as object),
        kid,
        alg: signingAlgorithm,
        use: 'sig',
      },
    }));
    return { currentKid: current.kid, keys };
  }

  /** For a key that may have been seen by somebody: a new one signs from now on, and the old ones are trusted no more. */
  async replaceAll(): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      await lock(tx);
      await tx.query('delete from signing_key');
      await this.make(tx, this.clock.now());
    });
  }

  private async turned(tx: EntityManager): Promise<KeyRing<StoredKey>> {
    const ring = ringOf(await all(tx), this.clock.now());
    if (!ring.due && ring.forgotten.length === 0) return ring;
    await lock(tx);
    // Looked at again under the lock, with the time of now: another process may have done it meanwhile, and its key
    // begins after the moment at which this one first looked.
    const now = this.clock.now();
    const { due, forgotten } = ringOf(await all(tx), now);
    if (due) await this.make(tx, due);
    await tx.query('delete from signing_key where kid = any($1)', [forgotten.map(({ kid }) => kid)]);
    return ringOf(await all(tx), now);
  }

  private async make(tx: EntityManager, signsFrom: Date): Promise<void> {
    const pair = await newKeyPair('ec', { namedCurve: 'P-256' });
    const kid = newId<'SigningKey'>();
    const jwk = JSON.stringify(pair.privateKey.export({ format: 'jwk' }));
    await tx.query(
      'insert into signing_key (kid, private_key, public_key, signs_from) values ($1, $2, $3, $4)',
      [kid, this.seal.seal(jwk, kid), pair.publicKey.export({ format: 'jwk' }), signsFrom],
    );
  }
}

async function all(tx: EntityManager): Promise<StoredKey[]> {
  return tx.query('select kid, signs_from as "signsFrom", private_key as "privateKey" from signing_key');
}

async function lock(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('signing keys'))`);
}
