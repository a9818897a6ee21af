// What figures are made of: what one contender measured, and how two compare in the same round.
import type { Figure, Round } from './benchmark.ts';

export function of(contender: string, measurement: string): Figure['of'] {
  return (round: Round) => round[contender]?.[measurement] ?? Number.NaN;
}

export function ratio(one: Figure['of'], other: Figure['of']): Figure['of'] {
  return (round) => one(round) / other(round);
}
