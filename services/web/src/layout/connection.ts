import { systemClock } from '@dhanman/kernel';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

// It takes a connection for granted until one is lost; an installed app is also opened without any.
if (!navigator.onLine) onlineManager.setOnline(false);

let offlineSince: number | undefined = onlineManager.isOnline() ? undefined : systemClock.now().getTime();

/** When the connection went away; nothing while there is one. */
export function useOfflineSince(): number | undefined {
  return useSyncExternalStore(subscribe, () => offlineSince);
}

function subscribe(listener: () => void): () => void {
  return onlineManager.subscribe((isOnline) => {
    offlineSince = isOnline ? undefined : (offlineSince ?? systemClock.now().getTime());
    listener();
  });
}
