import { onlineManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { isLong } from '../sales/paged.js';
import { useCompany, useMe } from '../session/me.js';
import { listenTo } from './listening.js';
import { keysOf } from './what-changed.js';

/** A run of a thousand bills is a list that is read again every second, not a thousand times. */
const gatherMs = 1_000;

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
    const [stopping, again] = [new AbortController(), gathered(client, companyId)];
    const missed = () =>
      void client.invalidateQueries({ queryKey: ['sales', companyId], predicate: isShort });
    void listenTo(companyId, { changed: again.note, missed }, stopping.signal);
    return () => {
      stopping.abort();
      again.stop();
    };
  }, [client, companyId]);
}

/** The first change is looked at at once, what follows it within a second together. */
function gathered(client: QueryClient, companyId: string) {
  const entities = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    timer = undefined;
    if (entities.size === 0) return;
    for (const queryKey of keysOf(entities, companyId))
      void client.invalidateQueries({ queryKey, predicate: isShort });
    entities.clear();
    timer = setTimeout(ask, gatherMs);
  };
  return {
    note: (entity: string): void => {
      entities.add(entity);
      if (timer === undefined) ask();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Nobody who has scrolled through ten thousand rows waits for all of them again because one has changed. */
function isShort({ state: { data } }: { readonly state: { readonly data: unknown } }): boolean {
  return !isLong((data as { readonly pages?: readonly unknown[] } | undefined)?.pages);
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const onConnection = (listener: () => void): (() => void) => onlineManager.subscribe(listener);
