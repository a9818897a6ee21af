import type { common } from '@dhanman/client';

export type HealthState = 'healthy' | 'degraded' | 'not-ready' | 'no-answer';

/** One question to one service and what came back. */
export interface Reading {
  readonly at: number;
  readonly responseMs: number;
  /** Nothing when the service gave no answer that could be understood. */
  readonly health: common.Health | undefined;
}

/** What is known of a service after all questions so far. */
export interface Observation {
  readonly state: HealthState;
  readonly reading: Reading;
  /** The last answer, kept while there is none: old data says how old it is. */
  readonly lastAnswer: { readonly health: common.Health; readonly at: number } | undefined;
  readonly since: number;
  /** False while the state is the one the service was first seen in: it may have been so for long. */
  readonly hasChanged: boolean;
}

export function observe(previous: Observation | undefined, reading: Reading): Observation {
  const state = stateOf(reading.health);
  const isSame = previous?.state === state;
  return {
    state,
    reading,
    lastAnswer: reading.health ? { health: reading.health, at: reading.at } : previous?.lastAnswer,
    since: isSame ? previous.since : reading.at,
    hasChanged: isSame ? previous.hasChanged : previous !== undefined,
  };
}

function stateOf(health: common.Health | undefined): HealthState {
  if (health === undefined) return 'no-answer';
  return ({ ok: 'healthy', degraded: 'degraded', down: 'not-ready' } as const)[health.status];
}

export const isWell = ({ state }: Observation): boolean => state === 'healthy';

/** Does its work, if with less than it should have. */
export const isServing = ({ state }: Observation): boolean => state === 'healthy' || state === 'degraded';
