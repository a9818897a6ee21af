// One run: everything up, people at work, mishaps by the seed, then quiet, and then the reckoning.
import { setTimeout as pause } from 'node:timers/promises';
import { query, seededRandom, until } from '@dhanman/testing';
import { interruption } from '../../local/machine/interruption.ts';
import { openWorld, type DatabaseUrls } from '../../verify/databases.ts';
import type { World } from '../../verify/invariant.ts';
import { brokenIn, textOf } from '../../verify/report.ts';
import { type Verdict, verdicts } from '../../verify/verdict.ts';
import { countOf, judge, type Judgement, type Operation } from '../history.ts';
import { describe, type Mishap, scheduleOf } from '../schedule.ts';
import { effectsIn } from './effects.ts';
import { amountOf, type Evidence, evidenceIn } from './evidence.ts';
import { Keeper } from './keeper.ts';
import { Person } from './people.ts';
import { type Plant, plants } from './plants.ts';
import { PrivateServers } from './servers.ts';
import { startSuite, type Suite } from './services.ts';

export interface Wish {
  readonly seed: number;
  readonly seconds: number;
  /** Of each busy service. */
  readonly instances: number;
  readonly plant?: Plant | undefined;
}

export interface Reckoning {
  readonly faults: number;
  readonly operations: readonly Operation[];
  readonly judgements: readonly Judgement[];
  readonly verdicts: readonly Verdict[];
  readonly evidence: Evidence;
  readonly settledMs: number | undefined;
}

const people = 4;
/** A slow machine needs longer than the wish says until enough has gone wrong. */
const longestFactor = 4;
/** Long enough for the third retry of a message, which waits two minutes. */
const settleDeadlineMs = 300_000;

export async function runOnce(
  { seed, seconds, instances, plant }: Wish,
  say: (text: string) => void,
): Promise<Reckoning> {
  say(`seed ${String(seed)}: starting servers and services`);
  const servers = await PrivateServers.start();
  let suite: Suite | undefined;
  try {
    suite = await startSuite(servers, { seed, instances });
    const keeper = new Keeper([...servers.kept(), ...suite.members], say);
    try {
      const { faults, operations } = await trouble(suite, keeper, { seed, seconds, say });
      return { faults, operations, ...(await reckoning(suite, operations, { plant, say })) };
    } finally {
      await keeper.stop();
    }
  } finally {
    await suite?.stop();
    await servers.stop();
  }
}

interface Trouble {
  readonly seed: number;
  readonly seconds: number;
  readonly say: (text: string) => void;
}

/** People work from before the first mishap until after the last. */
async function trouble(
  suite: Suite,
  keeper: Keeper,
  { seed, seconds, say }: Trouble,
): Promise<{ faults: number; operations: readonly Operation[] }> {
  const crowd = Array.from(
    { length: people },
    (_, number) => new Person(`P${String(number)}`, suite.site, seededRandom(seed * 1_000 + number)),
  );
  await Promise.all(crowd.map(async (person) => person.settleIn()));
  const work = { isOver: false };
  const working = Promise.all(crowd.map(async (person) => person.workUntil(() => work.isOver)));
  const processes = suite.members.map(({ title }) => title);
  const begin = performance.now();
  let faults = 0;
  const untilSecond = async (second: number): Promise<void> =>
    pause(Math.max(0, begin + second * 1_000 - performance.now()), undefined, { signal: interruption });
  try {
    const longest = seconds * longestFactor;
    for (const { atMs, mishap } of scheduleOf(seededRandom(seed), { seconds: longest, processes })) {
      const isOver = atMs >= seconds * 1_000 && faults >= leastFaults(seconds);
      if (isOver && (await hasEvidence(suite))) break;
      await untilSecond(atMs / 1_000);
      const isDone = inflict(mishap, suite, keeper);
      if (isDone) faults += 1;
      say(`${(atMs / 1000).toFixed(1).padStart(6)} s  ${describe(mishap)}${isDone ? '' : ' (already down)'}`);
    }
    await untilSecond(seconds);
  } finally {
    work.isOver = true;
    await working;
  }
  return { faults, operations: crowd.flatMap(({ operations }) => operations) };
}

/** Mishaps that hit nothing that was under way prove nothing either: there are more of them until one did. */
async function hasEvidence(suite: Suite): Promise<boolean> {
  // A server that was killed a moment ago cannot be asked.
  const found = await inWorld(suite, evidenceIn).catch(() => undefined);
  return found !== undefined && amountOf(found) > 0;
}

/** Fewer prove nothing. */
export function leastFaults(seconds: number): number {
  return seconds / 2;
}

/** Whether there was anything to spoil. */
function inflict(mishap: Mishap, suite: Suite, keeper: Keeper): boolean {
  if (mishap.kind === 'kill service') return keeper.kill(mishap.process);
  if (mishap.kind === 'kill server') return keeper.kill(mishap.server);
  const { wire, fault, direction, lastsMs } = mishap;
  const proxy = suite.members.find(({ title }) => title === wire.process)?.proxies[wire.to];
  if (proxy === undefined || proxy.connectionsOpen === 0) return false;
  proxy.inject(fault, direction);
  void pause(lastsMs).then(() => proxy.heal());
  return true;
}

/** No more mishaps: everything that is owed must now happen, and nothing else may have. */
async function reckoning(
  suite: Suite,
  operations: readonly Operation[],
  { plant, say }: { readonly plant: Plant | undefined; readonly say: (text: string) => void },
): Promise<Omit<Reckoning, 'faults' | 'operations'>> {
  for (const { proxies } of suite.members) for (const proxy of Object.values(proxies)) proxy.heal();
  say('no more mishaps; waiting for everything to settle');
  const begin = performance.now();
  const settledMs = await until(
    async () => {
      if (interruption.aborted) return 0;
      return (await isSettled(suite, operations)) && performance.now() - begin;
    },
    { deadlineMs: settleDeadlineMs, what: 'everything has settled' },
  ).catch(() => undefined);
  if (plant !== undefined) {
    const { service, sql } = plants[plant];
    await query(suite.databases[service].adminUrl, `set session_replication_role = replica; ${sql}`);
  }
  return inWorld(suite, async (world) => {
    const found = await verdicts(world);
    const judgements = judge(operations, await effectsIn(world));
    return { settledMs, verdicts: found, judgements, evidence: await evidenceIn(world) };
  });
}

async function isSettled(suite: Suite, operations: readonly Operation[]): Promise<boolean> {
  return inWorld(suite, async (world) => {
    if (brokenIn(await verdicts(world)).length > 0) return false;
    return judge(operations, await effectsIn(world)).length === 0;
  });
}

async function inWorld<T>(suite: Suite, work: (world: World) => Promise<T>): Promise<T> {
  const urls = Object.fromEntries(
    Object.entries(suite.databases).map(([service, { adminUrl }]) => [service, adminUrl]),
  ) as DatabaseUrls;
  const world = await openWorld(urls, { graceSeconds: 0, keptFiles: undefined });
  return work(world).finally(() => world.close());
}

/** What a person reads when something is wrong: the broken invariants and the first contradictions. */
export function complaintsOf({ judgements, verdicts: found }: Reckoning): string {
  const contradictions = judgements
    .slice(0, 20)
    .map(({ verdict, operation, effects }) => `${verdict}: ${JSON.stringify({ ...operation, effects })}`);
  return [textOf(brokenIn(found)), ...contradictions].filter(Boolean).join('\n');
}

export function countsOf({
  operations,
  judgements,
  verdicts: found,
}: Reckoning): Readonly<Record<string, number>> {
  const of = (verdict: Judgement['verdict']): number =>
    judgements.filter((judgement) => judgement.verdict === verdict).length;
  return {
    acknowledged: countOf(operations, 'acknowledged'),
    ...{ lost: of('lost'), doubled: of('doubled'), invariantsBroken: brokenIn(found).length },
    ...{ refused: countOf(operations, 'refused'), unknown: countOf(operations, 'unknown') },
  };
}
