import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@dhanman/kernel';
import { freshVirtualHost, ServiceProcess, type Surroundings, surroundingsOfBuilt } from '@dhanman/testing';
import { services } from '../../topology.ts';
import type { Benchmark, Contender, Prepared, Sample } from '../benchmark.ts';
import { FloorProcess } from '../floors/floor-process.ts';
import { cpuMilliseconds, proportionalMegabytes } from '../process-cost.ts';

/** After the start nobody asks for anything this long, as on a quiet evening, before memory is read. */
const idleMs = 8_000;

/** A start that misses its target by far is still a measurement. */
const patienceMs = 60_000;

export const benchmark: Benchmark = {
  about:
    'Six services started at the same moment until all are ready, and the memory of each when idle, without telemetry, ' +
    'against six bare Fastify and pg processes.',
  prepare,
};

interface Startable {
  readonly pid: number;
  ready(deadlineMs: number): Promise<void>;
  stop(): Promise<unknown>;
}

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const vhost = await freshVirtualHost();
  const surroundings = new Map<string, Surroundings>();
  const close = async (): Promise<void> => {
    for (const one of surroundings.values()) await one.drop();
    await vhost.drop();
  };
  try {
    for (const { name } of services) {
      note(`prepare the database of ${name}`);
      surroundings.set(name, await surroundingsOfBuilt(name, { vhost }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const contenders = [
    contender('six bare processes', () => Promise.all([...surroundings.values()].map(startFloor))),
    contender('six services', () => Promise.resolve([...surroundings].map(startService))),
  ];
  return { contenders, rounds: 3, figures, close };
}

const figures: Prepared['figures'] = [
  {
    name: 'six services ready together',
    unit: 's',
    target: { atMost: 10 },
    of: ({ 'six services': sample }) => sample?.['ready s'] ?? Number.NaN,
  },
  {
    name: 'idle memory of the largest service',
    unit: 'MB PSS',
    target: { atMost: 130 },
    of: ({ 'six services': sample }) => sample?.['largest MB PSS'] ?? Number.NaN,
  },
];

function contender(name: string, start: () => Promise<readonly Startable[]>): Contender {
  return { name, measure: () => measureStart(start) };
}

async function measureStart(start: () => Promise<readonly Startable[]>): Promise<Sample> {
  const begun = performance.now();
  const processes = await start();
  try {
    await Promise.all(processes.map((process) => process.ready(patienceMs)));
    const seconds = (performance.now() - begun) / 1_000;
    const cpuSeconds = total(processes.map(({ pid }) => cpuMilliseconds(pid))) / 1_000;
    await pause(idleMs);
    const megabytes = processes.map(({ pid }) => proportionalMegabytes(pid));
    return {
      'ready s': seconds,
      'CPU s': cpuSeconds,
      'largest MB PSS': Math.max(...megabytes),
      'all MB PSS': total(megabytes),
    };
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function startService([service, { environment, secrets }]: readonly [string, Surroundings]): Startable {
  return ServiceProcess.start({ service, environment, secrets });
}

async function startFloor({ secrets }: Surroundings): Promise<Startable> {
  const databaseUrl = secrets['DATABASE_URL'] ?? '';
  return FloorProcess.start({ databaseUrl, poolSize: '10', organizationId: newId() });
}
