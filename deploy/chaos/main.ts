// `npm run chaos -- --seconds 60 --seed 1 --instances 2`: the six services, so many instances of the busy ones, under load
// while they, their servers and the network between them are killed and spoilt by a seed. The last line is JSON; anything
// lost, doubled or broken is an exit code. `npm run chaos -- posting` kills the ledger alone, and much more often.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../local/build.ts';
import { repository } from '../local/instance.ts';
import { alone } from '../local/machine/lock.ts';
import { onInterruption, refuseIfInterrupted } from '../local/machine/interruption.ts';
import { Obstacle } from '../local/machine/obstacle.ts';
import { terminalProgress } from '../local/terminal/show.ts';
import { amountOf } from './arena/evidence.ts';
import type { Reckoning } from './arena/run.ts';
import { wholeNumber } from './options.ts';
import { killPosting } from './posting.ts';

const usage = `Usage: npm run chaos -- [--seconds 60] [--seed 1] [--seeds 1] [--instances 2] [--plant loss|double]
       npm run chaos -- posting [--kills 1000] [--seed 1]`;

interface Options {
  readonly seconds: number;
  readonly first: number;
  readonly count: number;
  readonly instances: number;
  readonly plant: 'loss' | 'double' | undefined;
}

/** 0 when nothing was lost, doubled or broken, and enough went wrong to prove it. */
export async function chaos(args: readonly string[]): Promise<number> {
  if (args[0] === 'posting') return killPosting(args.slice(1));
  const { first, count, ...wish } = optionsIn(args);
  onInterruption(() => console.error('Stopping …'));
  await buildAll(terminalProgress());
  const ends: boolean[] = [];
  // Its servers are one instance: a second run waits for the first.
  await alone(join(repository, '.tools/chaos.lock'), async () => {
    for (let seed = first; seed < first + count; seed += 1) {
      const { line, isGood } = await oneSeed(seed, wish);
      refuseIfInterrupted();
      ends.push(isGood);
      console.log(line);
    }
  });
  return ends.every(Boolean) ? 0 : 1;
}

async function oneSeed(
  seed: number,
  wish: Omit<Options, 'first' | 'count'>,
): Promise<{ line: string; isGood: boolean }> {
  const { complaintsOf, countsOf, leastFaults, runOnce } = await import('./arena/run.ts');
  const reckoning = await runOnce({ seed, ...wish }, (text) => console.error(text));
  const { evidence, faults, settledMs } = reckoning;
  const complaints = complaintsOf(reckoning);
  if (complaints !== '') console.error(complaints);
  const voidBecause = whyVoid(reckoning, leastFaults(wish.seconds));
  if (voidBecause !== undefined) console.error(`VOID: ${voidBecause}. Nothing is proved by this run.`);
  const summary = {
    ...{ seed, faults, ...countsOf(reckoning), ...evidence },
    settledSeconds: settledMs === undefined ? null : Math.round(settledMs / 100) / 10,
    ...(voidBecause !== undefined && { void: voidBecause }),
  };
  const isGood = complaints === '' && voidBecause === undefined && settledMs !== undefined;
  return { line: JSON.stringify(summary), isGood };
}

/** A run in which too little went wrong is neither green nor red. */
function whyVoid(
  { evidence, faults }: Pick<Reckoning, 'evidence' | 'faults'>,
  least: number,
): string | undefined {
  if (faults < least) return `only ${String(faults)} of at least ${String(least)} mishaps could be done`;
  return amountOf(evidence) === 0 ? 'no message was sent again, delivered again or tried again' : undefined;
}

function optionsIn(args: readonly string[]): Options {
  try {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { seconds: option, seed: option, seeds: option, instances: option, plant: option },
    });
    const plant = values.plant;
    if (plant !== undefined && plant !== 'loss' && plant !== 'double') throw new Error(`no plant ${plant}`);
    const [seconds, first] = [wholeNumber(values.seconds, 60), wholeNumber(values.seed, 1)];
    const instances = wholeNumber(values.instances, 2);
    return { seconds, first, count: wholeNumber(values.seeds, 1), instances, plant };
  } catch (error) {
    throw new Obstacle(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
