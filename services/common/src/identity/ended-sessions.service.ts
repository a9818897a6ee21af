import { SessionsEnded } from '@dhanman/contracts';
import { Clock } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { keepEnded } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessTokenSeconds } from './token-lifetimes.js';

/** Clocks of two machines differ, and a service lets a token live half a minute longer. */
const marginSeconds = 300;

const mostInOneMessage = 1_000;

/** Calls access tokens back: here at once, in the other services as soon as they hear of it. */
@Injectable()
export class EndedSessionsService {
  constructor(private readonly clock: Clock) {}

  /** The sessions are over for good, so that a token that is being made at this moment is worth nothing either. */
  async end(tx: EntityManager, sessionIds: readonly string[]): Promise<void> {
    const forgetAt = this.forgetAt();
    await this.tell(tx, sessionIds, { before: forgetAt, forgetAt });
  }

  /** What the sessions got is taken back. They go on: a token they get by signing in again is good. */
  async recall(tx: EntityManager, sessionIds: readonly string[]): Promise<void> {
    await this.tell(tx, sessionIds, { before: this.clock.now(), forgetAt: this.forgetAt() });
  }

  private async tell(
    tx: EntityManager,
    sessions: readonly string[],
    { before, forgetAt }: { readonly before: Date; readonly forgetAt: Date },
  ): Promise<void> {
    const times = { before: before.toISOString(), forgetAt: forgetAt.toISOString() };
    const sessionIds = [...new Set(sessions)];
    while (sessionIds.length > 0) {
      const payload = { sessionIds: sessionIds.splice(0, mostInOneMessage), ...times };
      await keepEnded(tx, payload);
      await publish(tx, SessionsEnded, payload);
    }
  }

  private forgetAt(): Date {
    return new Date(this.clock.now().getTime() + (accessTokenSeconds + marginSeconds) * 1_000);
  }
}
