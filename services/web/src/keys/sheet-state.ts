import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** Whether the sheet of keys is open; the key and the menus open the same one. */
export function useKeySheet(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

/** Over another dialog it does not open: what that asks comes first. */
export function showKeySheet(): boolean {
  if (document.querySelector('dialog[open]') !== null) return false;
  move(true);
  return true;
}

export function hideKeySheet(): void {
  move(false);
}

function move(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
