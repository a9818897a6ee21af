import { setTimeout as pause } from 'node:timers/promises';
import { aMember, freePort, type SpawnedService, spawnService } from '@dhanman/testing';
import type { Benchmark, Prepared, Round, Sample } from '../benchmark.ts';
import { type Crowd, crowdAt, outside } from '../parts/sign-in-crowd.ts';
import { childrenOf, forgetPeak, mainThreadSeconds, peakMegabytes } from '../process-cost.ts';
import { visit } from '../visits.ts';

const people = 1_000;
/** As long as it takes to answer the last of the crowd, and a little more. */
const seconds = 9;
/** A steady trickle of other work, far from what the service can do: what is measured is how long one request waits. */
const everyMs = 10;
const others = { everyMs, times: (seconds * 1_000) / everyMs };
const headStartMs = 1_000;

export const benchmark: Benchmark = {
  about:
    `${people.toLocaleString('en-US')} people send their password to Common at the same moment: what it does to other ` +
    'routes (GET of who I am, one every ten milliseconds) and to its memory, against the same requests with nobody at the door.',
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const overrides = { ...outside, OIDC_PORT: String(await freePort()), LOG_LEVEL: 'info' };
  const common = await spawnService('common', { overrides });
  try {
    const { token } = await aMember(common);
    const crowd = await crowdAt(common, people);
    note('warm up');
    const asked = { url: `${common.process.url}/api/v1/me`, headers: { authorization: `Bearer ${token}` } };
    const probe = (): Promise<Sample> => visit({ ...asked, ...others });
    await probe();
    const contenders = [
      { name: 'nobody at the door', measure: () => withPeak(common, probe) },
      { name: 'a crowd', measure: () => withCrowd(common, crowd, probe) },
    ];
    return { contenders, rounds: 3, figures, close: () => common.drop() };
  } catch (error) {
    await common.drop();
    throw error;
  }
}

const figures: Prepared['figures'] = [
  {
    name: 'growth of the p99 of other routes',
    unit: 'ms',
    target: { atMost: 20 },
    of: (round) => difference(round, 'p99 ms'),
  },
  {
    name: 'growth of the peak memory',
    unit: 'MB RSS',
    target: { atMost: 100 },
    of: (round) => difference(round, 'peak MB RSS'),
  },
];

function difference(round: Round, measurement: string): number {
  const [quiet, crowded] = ['nobody at the door', 'a crowd'].map((name) => round[name]?.[measurement]);
  return (crowded ?? Number.NaN) - (quiet ?? Number.NaN);
}

async function withPeak({ process }: SpawnedService, probe: () => Promise<Sample>): Promise<Sample> {
  const processes = (): readonly number[] => [process.pid, ...childrenOf(process.pid)];
  for (const pid of processes()) forgetPeak(pid);
  const before = mainThreadSeconds(process.pid);
  const sample = await probe();
  return {
    ...sample,
    'main thread CPU s': mainThreadSeconds(process.pid) - before,
    'peak MB RSS': processes().reduce((sum, pid) => sum + peakMegabytes(pid), 0),
  };
}

/** Everybody has the sign-in page before them already; then all press the button. */
async function withCrowd(
  common: SpawnedService,
  crowd: Crowd,
  probe: () => Promise<Sample>,
): Promise<Sample> {
  const rush = await crowd.gather();
  const rushed = pause(headStartMs).then(rush);
  const [sample, answers] = await Promise.all([withPeak(common, probe), rushed]);
  return { ...sample, ...answers };
}
