import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from './interruption.ts';

export interface Patience {
  readonly deadlineMs: number;
  readonly everyMs?: number;
  /** Given up, with `Interrupted`, when this is aborted. */
  readonly signal?: AbortSignal;
}

/** Asks again and again until the answer is defined or the deadline has passed; `undefined` means it never came. */
export async function until<T>(
  question: () => Promise<T | undefined> | T | undefined,
  { deadlineMs, everyMs = 50, signal }: Patience,
): Promise<T | undefined> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    if (signal?.aborted === true) throw new Interrupted();
    const answer = await question();
    if (answer !== undefined) return answer;
    if (performance.now() >= end) return undefined;
    await pause(everyMs);
  }
}
