import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PasswordHash } from '../people/people.service.js';
import { HashingProcessService } from './hashing-process.service.js';
import { acceptable, normalized, type Owner } from './password-policy.js';
import { WaitingRoom } from './waiting-room.js';

/** Argon2id as OWASP asks for it: 19 MiB and two passes, about 60 ms. Changing it here changes new hashes only. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * One core is left for everything else; more than four would only share the memory bus. The crowd that may wait is what
 * one core does in about six seconds: whoever would wait longer is told so at once.
 */
const room = { atOnce: Math.max(1, Math.min(4, availableParallelism() - 1)), waiting: 100 };

@Injectable()
export class PasswordsService {
  /** How many may be in here, at work or waiting. */
  readonly capacity = room.atOnce + room.waiting;
  private readonly room = new WaitingRoom(room);

  constructor(private readonly hashing: HashingProcessService) {}

  /** The hash of a new password; refused with the reason when it is too easy to guess. */
  async hash(password: string, owner: Owner): Promise<PasswordHash> {
    const accepted = acceptable(password, owner);
    return this.room.enter(() => this.hashing.hash(accepted, cost)) as Promise<PasswordHash>;
  }

  /**
   * Whether the password is the one that `stored` finds, which is asked when it is this caller's turn: a crowd waits
   * outside the database too. Somebody without a password costs as much as somebody with one, and is refused the same.
   */
  async matches(password: string, stored: () => Promise<string | undefined>): Promise<boolean> {
    return this.room.enter(async () => {
      const found = await stored();
      const isRight = await this.hashing.verify(normalized(password).slice(0, 1_000), found ?? strangersHash);
      return isRight && found !== undefined;
    });
  }
}

/** Of nothing that anybody could type: random, in the place of a hash, and as much work to compare with as one. */
const strangersHash = [
  ...['', 'argon2id', 'v=19', `m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`],
  ...[16, 32].map((length) => randomBytes(length).toString('base64').replace(/=+$/, '')),
].join('$');
