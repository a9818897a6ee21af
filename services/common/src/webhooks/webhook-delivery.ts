import type { DeliveryState } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';

export type DeliveryId = Id<'WebhookDelivery'>;

const minute = 60_000;

/** Eleven pauses between twelve tries, three days in all: a receiver may be down over a weekend. */
const pausesInMinutes = [1, 5, 15, 45, 120, 240, 420, 600, 780, 960, 1134];

export const mostTries = pausesInMinutes.length + 1;

/** What came of one try. */
export interface Outcome {
  readonly status: number | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly at: Date;
  readonly durationMs: number;
}

export interface Progress {
  readonly state: DeliveryState;
  readonly tries: number;
  readonly nextTryAt: Date | null;
}

/** Any 2xx says that the receiver has it. Everything else, a redirect too, is tried again until the tries are used up. */
export function after(tries: number, { status, at }: Pick<Outcome, 'status' | 'at'>): Progress {
  const done = tries + 1;
  if (status !== null && status >= 200 && status < 300)
    return { state: 'delivered', tries: done, nextTryAt: null };
  const pause = pausesInMinutes[tries];
  if (pause === undefined) return { state: 'failed', tries: done, nextTryAt: null };
  return { state: 'waiting', tries: done, nextTryAt: new Date(at.getTime() + pause * minute) };
}
