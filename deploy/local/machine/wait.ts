import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is defined or the deadline has passed; `undefined` means it never came. */
export async function until<T>(
  question: () => Promise<T | undefined> | T | undefined,
  { deadlineMs, everyMs = 50 }: { readonly deadlineMs: number; readonly everyMs?: number },
): Promise<T | undefined> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (performance.now() >= end) return undefined;
    await pause(everyMs);
  }
}
