import type { Logger } from './observability/logger.js';
import { SelfCheckFailed } from './self-check.js';

const firstPauseMs = 100;
const longestPauseMs = 2_000;
/** A long outage is told about once a minute, not at every attempt. */
const failuresPerLine = 30;

/**
 * Brings up something the service depends on, again and again with growing pauses, while HTTP already answers. Ends by
 * itself when told to stop; only what waiting cannot cure is thrown.
 */
export async function untilUp(
  {
    name,
    attempt,
    stopped,
  }: { readonly name: string; readonly attempt: () => Promise<void>; readonly stopped: AbortSignal },
  logger: Logger,
): Promise<boolean> {
  let failures = 0;
  for (let pauseMs = firstPauseMs; !stopped.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      await attempt();
      return true;
    } catch (error) {
      if (error instanceof SelfCheckFailed || hasStopped(stopped)) throw error;
      if (failures % failuresPerLine === 0) logger.warn(`${name} is not there yet`, { error });
      failures += 1;
    }
    await pause(pauseMs, stopped);
  }
  return false;
}

/** Asked again after a wait: the compiler takes the answer from before the wait for the answer now. */
function hasStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function pause(durationMs: number, stopped: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
