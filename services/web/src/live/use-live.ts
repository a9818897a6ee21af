import { onlineManager, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { isLong } from '../sales/paged.js';
import { useCompany, useMe } from '../session/me.js';
import { listenTo } from './listening.js';
import { allKeysOf, keysOf, type Teller, tellers } from './what-changed.js';

/** A run of a thousand bills is a list that is read again every second, not a thousand times. */
const gatherMs = 1_000;
/** What takes long is asked for the less often, and what gets no answer is not waited for for ever. */
const [longestRestMs, patienceMs] = [5_000, 10_000];

/**
 * What changes in the company is asked for again as it changes. Only the window that is looked at listens: a browser opens
 * six connections to a site at most where there is no HTTP/2, and a window that is looked at again asks anyhow.
 */
export function useLive(): void {
  const [me, company, client] = [useMe(), useCompany(), useQueryClient()];
  const isSeen = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  const isOnline = useSyncExternalStore(onConnection, () => onlineManager.isOnline());
  // Acting as another ends at any moment, so that the service tells nothing of it.
  const companyId = me && !me.actedBy && isSeen && isOnline ? company?.id : undefined;
  useEffect(() => {
    if (companyId === undefined) return undefined;
    const stopping = new AbortController();
    for (const teller of tellers) hearFrom(teller, { client, companyId, signal: stopping.signal });
    return () => stopping.abort();
  }, [client, companyId]);
}

interface Hearing {
  readonly client: QueryClient;
  readonly companyId: string;
  readonly signal: AbortSignal;
}

function hearFrom(teller: Teller, { client, companyId, signal }: Hearing): void {
  const again = gathered(async (entities) => {
    const keys = entities.has(everything)
      ? allKeysOf(teller, companyId)
      : keysOf(teller, entities, companyId);
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey, predicate: isToldAgain })));
  }, signal);
  void listenTo({ teller, companyId, signal }, { changed: again, missed: () => again(everything) });
}

const everything = '*';

/** The first change is looked at at once; what follows it together, when that has been answered and some time later. */
function gathered(
  ask: (entities: ReadonlySet<string>) => Promise<void>,
  signal: AbortSignal,
): (entity: string) => void {
  let waiting = new Set<string>();
  let isAsking = false;
  const askAll = async (): Promise<void> => {
    isAsking = true;
    while (waiting.size > 0 && !signal.aborted) {
      const [asked, begun] = [waiting, performance.now()];
      waiting = new Set();
      await Promise.race([ask(asked), rest(patienceMs)]);
      await rest(Math.min(Math.max(gatherMs, performance.now() - begun), longestRestMs));
    }
    isAsking = false;
  };
  return (entity) => {
    waiting.add(entity);
    if (!isAsking) void askAll();
  };
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Nobody who has scrolled through ten thousand rows waits for all of them again because one has changed, and a draft that
 * stands open is left alone: somebody may be writing in it, and learns of the other's version when they save.
 */
function isToldAgain({ queryKey, state: { data } }: Query): boolean {
  const { pages, state } = (data ?? {}) as { readonly pages?: readonly unknown[]; readonly state?: unknown };
  return !isLong(pages) && !(queryKey[2] === 'manual-journals' && state === 'draft');
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const onConnection = (listener: () => void): (() => void) => onlineManager.subscribe(listener);
