// One place knows that the person wants to stop. Work that can be given up asks here; stopping itself never does.
const wish = new AbortController();

export const interruption: AbortSignal = wish.signal;

export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('Interrupted.');
  }
}

export function refuseIfInterrupted(): void {
  if (interruption.aborted) throw new Interrupted();
}

/** Calls `act` once on the first Ctrl-C or `kill`, and lets the person leave at once with a later one. */
export function onInterruption(act: () => void): void {
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        wish.abort();
        act();
      }
      // A terminal and the process above us may both deliver the same key press.
      if (now - first > 1_000) process.exit(130);
    });
  }
}
