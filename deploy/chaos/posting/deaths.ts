// How the ledger is killed while it posts, decided by the seed before anything starts.
import type { Random } from '@dhanman/testing';

/** A process is killed from outside, after so many more answers, or dies by itself at a point it passes that often. */
export type ProcessDeath =
  | { readonly kind: 'any moment'; readonly answers: number }
  | { readonly kind: 'chosen point'; readonly point: string; readonly passes: number };

export interface Deaths {
  readonly processes: readonly ProcessDeath[];
  /** Connections cut by the database in the middle of a transaction that has written: after so many more answers each. */
  readonly connections: readonly number[];
}

/** A process takes seconds to start again, a connection milliseconds: one of so many kills is that of a process. */
const perProcess = 4;
const mostAnswers = 30;
const mostPasses = 12;

/** Half of the processes die at any moment, the others at each of the points in turn. */
export function deathsOf(random: Random, kills: number, points: readonly string[]): Deaths {
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const processes = Array.from({ length: Math.ceil(kills / perProcess) }, (_, index): ProcessDeath => {
    const point = index % 2 === 1 ? points[((index - 1) / 2) % points.length] : undefined;
    if (point === undefined) return { kind: 'any moment', answers: upTo(mostAnswers) };
    return { kind: 'chosen point', point, passes: upTo(mostPasses) };
  });
  const connections = Array.from({ length: kills - processes.length }, () => upTo(mostAnswers));
  return { processes, connections };
}
