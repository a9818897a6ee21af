import { Clock } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noOrganization } from '../people/person.js';
import { type Attempts, counted } from './lockout.js';
import { SealService } from './seal.service.js';

/** Where attempts are counted: somebody's account as seen from one network. */
export interface Door {
  readonly account: string;
  readonly network: string;
}

const everybody = '*';
/** One person mistypes; a network that tries the accounts of many is one who has a list of passwords. */
const limits = { account: 5, network: 100 } as const;

/** Attempts in Postgres, so that every process counts the same ones and a restart forgets none. */
@Injectable()
export class LockoutsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seal: SealService,
  ) {}

  /** Counts one attempt and refuses it when there were too many, whether the account exists or not. */
  async attempt(door: Door, { countsForNetwork = true } = {}): Promise<void> {
    const account = this.accountOf(door);
    await this.db.transaction(
      noOrganization,
      async (tx) => {
        await this.count(tx, { account, network: door.network }, limits.account);
        if (countsForNetwork)
          await this.count(tx, { account: everybody, network: door.network }, limits.network);
      },
      { isIdempotent: true },
    );
  }

  /** The attempt was a right one: what was typed wrong before is forgotten, but not what the network did to others. */
  async forgive(door: Door): Promise<void> {
    await this.db.query('delete from sign_in_attempts where account = $1 and network = $2', [
      ...[this.accountOf(door), door.network],
    ]);
    await this.db.query(
      'update sign_in_attempts set level = greatest(level - 1, 0) where account = $1 and network = $2',
      [everybody, door.network],
    );
  }

  /** Addresses that somebody typed are nobody's business, least of all when they are wrong. */
  private accountOf({ account }: Door): string {
    return this.seal.fingerprint(account.trim().toLowerCase(), 'account');
  }

  private async count(tx: EntityManager, { account, network }: Door, limit: number): Promise<void> {
    await tx.query(
      `insert into sign_in_attempts (account, network, level, counted_at) values ($1, $2, 0, $3)
       on conflict do nothing`,
      [account, network, this.clock.now()],
    );
    const [row] = await tx.query<Attempts[]>(
      `select level, counted_at as "countedAt", locked_until as "lockedUntil" from sign_in_attempts
       where account = $1 and network = $2 for update`,
      [account, network],
    );
    const { level, countedAt, lockedUntil } = counted(row, this.clock.now(), limit);
    await tx.query(
      `update sign_in_attempts set level = $3, counted_at = $4, locked_until = $5
       where account = $1 and network = $2`,
      [account, network, level, countedAt, lockedUntil],
    );
  }
}
