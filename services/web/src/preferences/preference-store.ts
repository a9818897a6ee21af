import { useSyncExternalStore } from 'react';
import { parsePreferences, type Preferences } from './preferences.js';

const storageKey = 'dhanman.preferences';

let current = read();
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
  announce();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}

function read(): Preferences {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(storageKey);
  } catch {
    // As above.
  }
  return parsePreferences(kept, navigator.languages);
}

// A choice made in one window shows in the others at once.
addEventListener('storage', ({ key }) => {
  if (key !== storageKey && key !== null) return;
  current = read();
  announce();
});
