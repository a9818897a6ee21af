import { useSyncExternalStore } from 'react';

// One choice for each organization, kept on this device and the same in all of its windows after a reload.
const keyOf = (organizationId: string): string => `dhanman.company.${organizationId}`;

const listeners = new Set<() => void>();
const chosen = new Map<string, string>();

export function useChosenCompany(organizationId: string | undefined): string | undefined {
  return useSyncExternalStore(subscribe, () =>
    organizationId === undefined ? undefined : (chosen.get(organizationId) ?? kept(organizationId)),
  );
}

export function chooseCompany(organizationId: string, companyId: string): void {
  chosen.set(organizationId, companyId);
  try {
    localStorage.setItem(keyOf(organizationId), companyId);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

function kept(organizationId: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(organizationId)) ?? undefined;
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
