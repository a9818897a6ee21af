import { sales, type Said } from '@dhanman/client';
import { listen } from '../api/signed-api.js';

/** The service gives a sign of life every 15 seconds; a stream without any leads nowhere. */
const silenceMs = 40_000;
const pausesMs = [1_000, 2_000, 5_000, 15_000, 60_000] as const;

let isListening = false;

/** What waits for an answer asks often by itself, and seldom while it would be told. */
export function askAgainMs(usualMs: number): number {
  return isListening ? usualMs * 10 : usualMs;
}

export interface Ears {
  readonly changed: (entity: string) => void;
  /** Something may have happened that nobody told. */
  readonly missed: () => void;
}

/** Listens until it is told to stop. What breaks is begun anew, with longer pauses the more often it breaks. */
export async function listenTo(companyId: string, ears: Ears, signal: AbortSignal): Promise<void> {
  for (let attempt = 0, isFirst = true; !signal.aborted; attempt += 1) {
    try {
      for await (const said of untilSilent(companyId, signal)) {
        if (said.event === 'ready') {
          [isListening, attempt] = [true, 0];
          if (!isFirst) ears.missed();
          isFirst = false;
        } else hear(said, ears);
      }
    } catch {
      // The page goes on asking by itself, as it does where there is no stream at all.
    }
    isListening = false;
    await pause(pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0, signal);
  }
}

function hear({ event, data }: Said, { changed, missed }: Ears): void {
  if (event === 'missed') missed();
  if (event === 'changed') changed((data as { readonly entity: string }).entity);
}

async function* untilSilent(companyId: string, stopped: AbortSignal): AsyncGenerator<Said, void> {
  const silent = new AbortController();
  const signal = AbortSignal.any([stopped, silent.signal]);
  let timer = setTimeout(() => silent.abort(), silenceMs);
  try {
    for await (const said of listen(sales.changesStream, { path: { companyId } }, { signal })) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silenceMs);
      yield said;
    }
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
