// One place knows that the work under way is to be given up, because the person wants to stop or because a part of it
// has failed. Work that can be given up asks here; taking things down never does.
const end = new AbortController();
let isWish = false;

export const interruption: AbortSignal = end.signal;

/** Whether it was the person who wanted to stop. */
export function stopWasAsked(): boolean {
  return isWish;
}

export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('Interrupted.');
  }
}

export function refuseIfInterrupted(): void {
  if (interruption.aborted) throw new Interrupted();
}

/** Waits for all, even when one fails: whatever is under way must have ended before anything is taken down again. */
export async function together<T extends readonly unknown[]>(work: {
  [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  const failures: unknown[] = [];
  const results = await Promise.all(
    work.map((part) =>
      part.catch((error: unknown) => {
        failures.push(error);
        end.abort();
      }),
    ),
  );
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof Interrupted)) ?? failures[0];
  return results as unknown as T;
}

/** Calls `act` once on the first Ctrl-C or `kill`, and lets the person leave at once with a later one. */
export function onInterruption(act: () => void): void {
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        isWish = true;
        end.abort();
        act();
      }
      // A terminal and the process above us may both deliver the same key press.
      if (now - first > 1_000) process.exit(130);
    });
  }
}
