// What goes wrong and when, decided by the seed before anything starts.
import type { Direction, Fault, Random } from '@dhanman/testing';

export type ServerName = 'postgres' | 'rabbitmq' | 'redis-jobs' | 'redis-cache';

/** A connection that can be disturbed: from one process to one of its servers. */
export interface Wire {
  readonly process: string;
  readonly to: 'postgres' | 'rabbitmq';
}

export type Mishap =
  | { readonly kind: 'kill service'; readonly process: string }
  | { readonly kind: 'kill server'; readonly server: ServerName }
  | {
      readonly kind: 'network';
      readonly wire: Wire;
      readonly fault: Fault;
      readonly direction?: Direction;
      readonly lastsMs: number;
    };

export interface Planned {
  readonly atMs: number;
  readonly mishap: Mishap;
}

/** At most so long nothing happens, so that a minute has more than thirty mishaps. */
const longestPauseMs = 1_900;
const shortestPauseMs = 500;

/** A server that is killed again before it is up would only be down for longer. */
const restMs: Readonly<Record<ServerName, number>> = {
  ...{ postgres: 8_000, rabbitmq: 20_000, 'redis-jobs': 4_000, 'redis-cache': 4_000 },
};

/** The same for the same seed. The first mishap comes after a second, when work is under way. */
export function scheduleOf(
  random: Random,
  { seconds, processes }: { readonly seconds: number; readonly processes: readonly string[] },
): readonly Planned[] {
  const planned: Planned[] = [];
  const lastKill = new Map<ServerName, number>();
  for (let atMs = 1_000; atMs < seconds * 1_000; atMs += between(random, shortestPauseMs, longestPauseMs)) {
    const server = serverToKill(random);
    if (server !== undefined && atMs - (lastKill.get(server) ?? -Infinity) > restMs[server]) {
      lastKill.set(server, atMs);
      planned.push({ atMs, mishap: { kind: 'kill server', server } });
    } else planned.push({ atMs, mishap: mishapOf(random, pick(random, processes)) });
  }
  return planned;
}

function serverToKill(random: Random): ServerName | undefined {
  const roll = random();
  if (roll < 0.08) return 'rabbitmq';
  if (roll < 0.18) return 'postgres';
  if (roll < 0.22) return 'redis-jobs';
  return roll < 0.26 ? 'redis-cache' : undefined;
}

function mishapOf(random: Random, process: string): Mishap {
  if (random() < 0.45) return { kind: 'kill service', process };
  const wire = { process, to: random() < 0.5 ? 'postgres' : 'rabbitmq' } as const;
  const way = random();
  const direction = way < 0.25 ? 'to-server' : way < 0.5 ? 'to-client' : undefined;
  return { kind: 'network', wire, ...(direction && { direction }), ...disturbance(random) };
}

function disturbance(random: Random): { readonly fault: Fault; readonly lastsMs: number } {
  const roll = random();
  if (roll < 0.25)
    return {
      fault: { kind: 'delay', ms: between(random, 20, 300), jitterMs: 200 },
      lastsMs: between(random, 1_000, 4_000),
    };
  if (roll < 0.5) return { fault: { kind: 'black-hole' }, lastsMs: between(random, 500, 7_000) };
  if (roll < 0.7) return { fault: { kind: 'reset' }, lastsMs: between(random, 50, 500) };
  if (roll < 0.85) return { fault: { kind: 'half-open' }, lastsMs: 0 };
  return { fault: { kind: 'close-after', bytes: between(random, 1, 20_000) }, lastsMs: 1_500 };
}

function between(random: Random, least: number, most: number): number {
  return Math.round(least + random() * (most - least));
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('there is nothing to choose from');
  return choice;
}

/** One line for the log of a run. */
export function describe(mishap: Mishap): string {
  if (mishap.kind === 'kill service') return `kill -9 ${mishap.process}`;
  if (mishap.kind === 'kill server') return `kill -9 ${mishap.server}`;
  const { wire, fault, direction = 'both ways', lastsMs } = mishap;
  return `${fault.kind} between ${wire.process} and ${wire.to}, ${direction}, ${String(lastsMs)} ms`;
}
