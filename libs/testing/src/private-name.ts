import { type Clock, newId, systemClock } from '@dhanman/kernel';

/** Longer than any test run; what is older was left behind by one that was killed. */
const abandonedAfterMs = 60 * 60 * 1000;

const privateNames = /^test-([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A name for something of one test only; it carries the time of its making. */
export function privateName(): string {
  return `test-${newId()}`;
}

/** Whether a name was made by `privateName` so long ago that nobody can still be using it. */
export function isAbandoned(name: string, clock: Clock = systemClock): boolean {
  const [, high, low] = privateNames.exec(name) ?? [];
  if (high === undefined || low === undefined) return false;
  return clock.now().getTime() - Number.parseInt(high + low, 16) > abandonedAfterMs;
}
