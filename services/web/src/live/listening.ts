import { common, sales, type Said } from '@dhanman/client';
import { listen } from '../api/signed-api.js';
import { failuresAfter, pauseAfterMs } from './reconnecting.js';
import type { Teller } from './what-changed.js';

/** The service gives a sign of life every 15 seconds; a stream without any leads nowhere. */
const silenceMs = 40_000;

const streams = { sales: sales.changesStream, common: common.changesStream } as const;

const heard = new Set<Teller>();

/** What waits for an answer asks often by itself, and seldom while those who know of it would tell. */
export function askAgainMs(usualMs: number, ...tellers: readonly [Teller, ...Teller[]]): number {
  return tellers.every((teller) => heard.has(teller)) ? usualMs * 10 : usualMs;
}

export interface Ears {
  readonly changed: (entity: string) => void;
  /** Something may have happened that nobody told. */
  readonly missed: () => void;
}

interface Listening {
  readonly teller: Teller;
  readonly companyId: string;
  readonly signal: AbortSignal;
}

/** Listens until it is told to stop. What breaks is begun anew, with longer pauses the more often it breaks. */
export async function listenTo(listening: Listening, ears: Ears): Promise<void> {
  const { teller, signal } = listening;
  for (let failures = 0, isFirst = true; !signal.aborted; isFirst = false) {
    const begun = performance.now();
    await heardUntilCut(listening, ears, isFirst).catch(() => undefined);
    const wasHeard = heard.delete(teller);
    // What waits learns that nobody tells it any more, and asks by itself as it does where there is no stream at all.
    if (!wasHeard && failures === 1) ears.missed();
    await pause(pauseAfterMs(failures, Math.random()), signal);
    failures = failuresAfter(failures, wasHeard ? performance.now() - begun : 0);
  }
}

async function heardUntilCut(listening: Listening, ears: Ears, isFirst: boolean): Promise<void> {
  for await (const { event, data } of untilSilent(listening)) {
    if (event === 'ready') heard.add(listening.teller);
    if (event === 'missed' || (event === 'ready' && !isFirst)) ears.missed();
    if (event === 'changed') ears.changed((data as { readonly entity: string }).entity);
  }
}

async function* untilSilent({ teller, companyId, signal: stopped }: Listening): AsyncGenerator<Said, void> {
  const silent = new AbortController();
  const signal = AbortSignal.any([stopped, silent.signal]);
  let timer = setTimeout(() => silent.abort(), silenceMs);
  try {
    for await (const said of listen(streams[teller], { path: { companyId } }, { signal })) {
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
