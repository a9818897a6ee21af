import { AsyncLocalStorage } from 'node:async_hooks';

/** Who and what the running code works for. For logs and message envelopes; no decision may depend on it. */
export interface Correlation {
  readonly requestId: string;
  readonly correlationId: string;
  /** Where the request came from; for the audit trail, and never for a log. */
  readonly address?: string;
  organizationId?: string;
  actorId?: string;
  /** Whose place the actor has taken, where somebody acts as another. */
  actingFor?: string;
  /** The personal token with which the actor came. */
  byToken?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** The only ambient state: set where a request or a message comes in, read by logger and outbox. */
export const correlation = {
  run<T>(context: Correlation, work: () => T): T {
    return storage.run(context, work);
  },
  current(): Correlation | undefined {
    return storage.getStore();
  },
};
