import { DomainError } from '@dhanman/kernel';

/** Attempts fade: what somebody got wrong this morning does not count this afternoon. */
const halfLifeMs = 15 * 60_000;
const lockMs = 15 * 60_000;

/** What is remembered of the attempts at one door. */
export interface Attempts {
  readonly level: number;
  readonly countedAt: Date;
  readonly lockedUntil: Date | null;
}

export class SignInLocked extends DomainError {
  constructor(seconds: number) {
    const minutes = Math.ceil(seconds / 60);
    super(
      'limited',
      'sign-in-locked',
      `There were too many attempts. Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or reset your password.`,
      { details: { retryAfterSeconds: seconds } },
    );
  }
}

/**
 * Counts an attempt before its outcome is known, so that a thousand guesses at the same moment count as a thousand. The
 * attempt that reaches the limit is still made; the next ones are refused, right or wrong, until the lock ends.
 */
export function counted(attempts: Attempts | undefined, now: Date, limit: number): Attempts {
  if (attempts?.lockedUntil && attempts.lockedUntil > now) {
    throw new SignInLocked(Math.ceil((attempts.lockedUntil.getTime() - now.getTime()) / 1000));
  }
  const level = (attempts ? faded(attempts, now) : 0) + 1;
  const lockedUntil = level >= limit - fading ? new Date(now.getTime() + lockMs) : null;
  return { level, countedAt: now, lockedUntil };
}

/** Attempts within a few minutes count as whole ones, although the first has faded a little. */
const fading = 0.5;

function faded({ level, countedAt }: Attempts, now: Date): number {
  const elapsedMs = Math.max(0, now.getTime() - countedAt.getTime());
  return level * 0.5 ** (elapsedMs / halfLifeMs);
}
