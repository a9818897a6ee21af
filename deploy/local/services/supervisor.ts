// Watches processes that were started elsewhere and starts those again that died. It asks the process table instead of
// waiting for its own children, so that servers adopted from an earlier run are watched like the others.
import { setTimeout as pause } from 'node:timers/promises';
import { BackOff } from './back-off.ts';

export interface Watched {
  readonly title: string;
  isAlive(): boolean;
  revive(): Promise<unknown>;
}

const everyMs = 250;

/** Runs until the signal says so; `say` tells the person what died and what became of it. */
export async function supervise(
  watched: readonly Watched[],
  { signal, say }: { readonly signal: AbortSignal; readonly say: (text: string) => void },
): Promise<void> {
  await Promise.all(watched.map((one) => keepAlive(one, signal, say)));
}

async function keepAlive(one: Watched, signal: AbortSignal, say: (text: string) => void): Promise<void> {
  const backOff = new BackOff();
  let since = performance.now();
  while (await waited(everyMs, signal)) {
    if (one.isAlive()) continue;
    const delay = backOff.delayAfter(performance.now() - since);
    say(`${one.title} died; starting it again in ${(delay / 1000).toFixed(1)} s`);
    if (!(await waited(delay, signal))) return;
    try {
      await one.revive();
      say(`${one.title} is back`);
    } catch (error) {
      if (!signal.aborted) say(`${one.title}: ${error instanceof Error ? error.message : String(error)}`);
    }
    since = performance.now();
  }
}

async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal }).catch(() => false);
}
