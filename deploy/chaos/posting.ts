// `npm run chaos -- posting --kills 1000 --seed 1`: the ledger is killed while it posts. The last line is JSON.
import { parseArgs } from 'node:util';
import { buildAll } from '../local/build.ts';
import { Obstacle } from '../local/machine/obstacle.ts';
import { startServers, stopServers } from '../local/servers/servers.ts';
import { terminalProgress } from '../local/terminal/show.ts';
import { wholeNumber } from './options.ts';
import type { Wish } from './posting/run.ts';

const usage = 'Usage: npm run chaos -- posting [--kills 1000] [--seed 1]';
const servers = ['postgres', 'rabbitmq', 'redis-jobs', 'redis-cache', 's3'] as const;
/** Its servers stand on their own: only the ledger is killed here. */
const instance = 'chaos-posting';

/** 0 when the books and the answers are as if nobody had been killed, and the kills have hit something. */
export async function killPosting(args: readonly string[]): Promise<number> {
  const wish = optionsIn(args);
  const progress = terminalProgress();
  await buildAll(progress);
  try {
    Object.assign(process.env, await startServers(instance, { which: servers, progress }));
    return await oneRun(wish);
  } finally {
    await stopServers(instance, { progress });
  }
}

async function oneRun(wish: Wish): Promise<number> {
  const { killWhilePosting } = await import('./posting/run.ts');
  const { complaintsOf } = await import('./posting/reckoning.ts');
  const begin = performance.now();
  const reckoning = await killWhilePosting(wish, (text) => console.error(text));
  const complaints = complaintsOf(reckoning);
  for (const complaint of complaints) console.error(complaint);
  const { asked, deaths, counts, traces } = reckoning;
  const seconds = Math.round((performance.now() - begin) / 1_000);
  const isProof = traces.redelivered > 0;
  if (!isProof) console.error('VOID: no message was delivered again. Nothing is proved by this run.');
  console.log(JSON.stringify({ ...wish, seconds, asked, ...counts, ...traces, deaths }));
  return complaints.length === 0 && isProof ? 0 : 1;
}

function optionsIn(args: readonly string[]): Wish {
  try {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { kills: option, seed: option } });
    return { kills: wholeNumber(values.kills, 1_000), seed: wholeNumber(values.seed, 1) };
  } catch (error) {
    throw new Obstacle(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
