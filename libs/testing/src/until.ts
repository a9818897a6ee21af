import { setTimeout as pause } from 'node:timers/promises';

export interface UntilOptions {
  readonly deadlineMs?: number;
  /** What is waited for, as it should read after "still not true:". */
  readonly what?: string;
}

export class StillNotTrue extends Error {
  override readonly name = 'StillNotTrue';
}

/**
 * Asks again, soon at first and then every 50 ms, until the answer is neither undefined nor false. An attempt that
 * throws counts as "not yet"; its error is told when the deadline passes. Tests wait with this, never with a sleep.
 */
export async function until<T>(
  attempt: () => T | Promise<T>,
  { deadlineMs = 5_000, what = attempt.toString() }: UntilOptions = {},
): Promise<Exclude<T, undefined | false>> {
  const start = performance.now();
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    const answer = await answerOf(attempt);
    if ('value' in answer) return answer.value;
    if (performance.now() - start > deadlineMs) {
      throw new StillNotTrue(`after ${String(deadlineMs)} ms still not true: ${what}`, answer);
    }
    await pause(pauseMs);
  }
}

/** The answer, or the reason why there is none yet. */
async function answerOf<T>(
  attempt: () => T | Promise<T>,
): Promise<{ value: Exclude<T, undefined | false> } | { cause?: unknown }> {
  try {
    const value = await attempt();
    return value === undefined || value === false ? {} : { value: value as Exclude<T, undefined | false> };
  } catch (cause) {
    return { cause };
  }
}
