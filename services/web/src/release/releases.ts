import { useSyncExternalStore } from 'react';

/** How often a window that stays open asks whether there is another version. */
const askEveryMs = 15 * 60_000;
/** What the first page shows goes first. */
const afterFirstPaintMs = 2_000;

let isOutdated = false;
const listeners = new Set<() => void>();

/** Whether this window runs another version than the one that is served now. */
export function useIsOutdated(): boolean {
  return useSyncExternalStore(subscribe, () => isOutdated);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the app on this device and watches for the next version of it; a browser that cannot is none the worse. */
export function followReleases(): void {
  // `vite` serves sources and no worker.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', onMessage);
  setTimeout(() => void register().catch(() => undefined), afterFirstPaintMs);
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js');
  setInterval(() => void ask(), askEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void ask();
  });
}

/** A worker may have been taken away meanwhile. Without a connection there is nothing to learn, and the next time comes. */
async function ask(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
}

function onMessage({ data }: MessageEvent<{ readonly frame: string }>): void {
  isOutdated = document.querySelector(`script[src="${CSS.escape(data.frame)}"]`) === null;
  for (const listener of listeners) listener();
}
