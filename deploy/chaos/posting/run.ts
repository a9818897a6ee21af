// One run: requests to post arrive without end, the ledger is killed as often as was asked for, and then it is counted.
import { crashPoints } from '@dhanman/messaging';
import {
  seededRandom,
  type ServiceProcess,
  type Surroundings,
  surroundingsOfBuilt,
  until,
} from '@dhanman/testing';
import { openBooks } from '../../bench/parts/ledger-books.ts';
import { PostingPump } from '../../bench/parts/posting-pump.ts';
import { cutConnections } from './connections.ts';
import { killProcesses, startOne } from './copies.ts';
import { deathsOf } from './deaths.ts';
import { isAllSent, type Reckoning, reckoningOf } from './reckoning.ts';
import { Work } from './work.ts';

const companies = 3;
/** What a dead relay had claimed is sent by another when its lease runs out. */
const settleMs = 120_000;

/** Where a request that is posted without trouble passes. */
const points = crashPoints.filter((point) => point !== 'before-retry-ack');

export interface Wish {
  readonly kills: number;
  readonly seed: number;
}

export async function killWhilePosting(
  wish: Wish,
  say: (text: string) => void = () => undefined,
): Promise<Reckoning> {
  const surroundings = await surroundingsOfBuilt('common');
  try {
    const pump = await startPump(surroundings);
    try {
      const work = new Work(pump, companies, say);
      const survivor = await killAll(surroundings, wish, work);
      return await settled(surroundings, pump, work).finally(async () => survivor.kill());
    } finally {
      await pump.stop();
    }
  } finally {
    await surroundings.drop();
  }
}

/** The first copy makes the exchanges and the queues; then it is in nobody's way. */
async function startPump(surroundings: Surroundings): Promise<PostingPump> {
  const first = await startOne(surroundings);
  try {
    return await PostingPump.start(surroundings, await openBooks(surroundings, companies));
  } finally {
    await first.kill();
  }
}

/** The copy after the last death lives on: its connections may still be cut. */
async function killAll(
  surroundings: Surroundings,
  { kills, seed }: Wish,
  work: Work,
): Promise<ServiceProcess> {
  const { processes, connections } = deathsOf(seededRandom(seed), kills, points);
  const during = async (part: Promise<void>): Promise<void> =>
    part.catch((error: unknown) => work.fail(error));
  const others = [during(work.feed()), during(cutConnections(surroundings, connections, work))] as const;
  await during(killProcesses(surroundings, processes, work));
  const survivor = await startOne(surroundings);
  await others[1];
  work.isOver = true;
  await others[0];
  if (work.failure) await survivor.kill();
  work.refuseFailure();
  return survivor;
}

/** When what is left is done nothing may be missing and nothing may be there twice. */
async function settled(surroundings: Surroundings, pump: PostingPump, work: Work): Promise<Reckoning> {
  const isDone = async (): Promise<boolean> =>
    (await pump.answered()) >= work.asked && (await isAllSent(surroundings));
  // What is not done by then is told by the reckoning.
  await until(isDone, { deadlineMs: settleMs, what: 'all is answered and sent' }).catch(() => undefined);
  return reckoningOf(surroundings, work);
}
