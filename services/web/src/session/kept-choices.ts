import { useSyncExternalStore } from 'react';

export interface KeptChoices {
  readonly use: (of: string | undefined) => string | undefined;
  readonly choose: (of: string, value: string) => void;
}

/** One choice for each of something, kept on this device and the same in all of its windows after a reload. */
export function keptChoices(name: string): KeptChoices {
  const keyOf = (of: string): string => `dhanman.${name}.${of}`;
  const listeners = new Set<() => void>();
  const chosen = new Map<string, string>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const present = (of: string | undefined): string | undefined =>
    of === undefined ? undefined : (chosen.get(of) ?? kept(keyOf(of)));
  return {
    use: (of) => useSyncExternalStore(subscribe, () => present(of)),
    choose: (of, value) => {
      chosen.set(of, value);
      keep(keyOf(of), value);
      for (const listener of listeners) listener();
    },
  };
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}

function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
