import { RequestRefused } from '@dhanman/client';
import { useEffect, useRef, useState } from 'react';

/** What became of one of many; nothing while it waits. */
export interface Outcome {
  readonly error?: unknown;
}

/** Refused because somebody changed it since it was read. */
export function isStale(outcome: Outcome | undefined): boolean {
  return outcome?.error instanceof RequestRefused && outcome.error.problem.status === 412;
}

interface BulkRun<Row> {
  readonly isRunning: boolean;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly run: (rows: readonly Row[]) => Promise<void>;
  /** After the one that is under way. */
  readonly stop: () => void;
}

interface BulkOptions<Row> {
  readonly keyOf: (row: Row) => string;
  readonly send: (row: Row, idempotencyKey: string) => Promise<unknown>;
}

/**
 * Does the same to many, one after the other in the order given: numbers follow that order, and one that is refused
 * stops none of the others. A row keeps its idempotency key, so that trying again after a lost answer does nothing twice.
 */
export function useBulkRun<Row>({ keyOf, send }: BulkOptions<Row>): BulkRun<Row> {
  const [isRunning, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const isStopped = useRef(false);
  const keys = useRef(new Map<string, string>());
  useEffect(() => (isRunning ? guardedFromLeaving() : undefined), [isRunning]);

  const one = async (row: Row): Promise<Outcome> => {
    const key = keys.current.get(keyOf(row)) ?? crypto.randomUUID();
    keys.current.set(keyOf(row), key);
    try {
      await send(row, key);
      return {};
    } catch (error) {
      return { error };
    }
  };
  const wasStopped = (): boolean => isStopped.current;
  const run = async (rows: readonly Row[]): Promise<void> => {
    isStopped.current = false;
    setRunning(true);
    for (const row of rows) {
      if (wasStopped()) break;
      const outcome = await one(row);
      setOutcomes((before) => new Map(before).set(keyOf(row), outcome));
    }
    setRunning(false);
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  return { isRunning, outcomes, run, stop };
}

/** The browser asks before it closes the page on what has not been sent yet. */
function guardedFromLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
