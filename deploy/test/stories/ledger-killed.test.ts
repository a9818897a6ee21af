// The ledger is killed while it posts, again and again: every request has one entry, no number is missing, the chain holds.
// KILLS=1000 is the long form.
import { query, spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BenchBooks, openBooks } from '../../bench/parts/ledger-books.ts';
import { PostingPump } from '../../bench/parts/posting-pump.ts';
import { services } from '../../topology.ts';
import { type DatabaseUrls, openWorld } from '../../verify/databases.ts';
import { brokenIn } from '../../verify/report.ts';
import { verdicts } from '../../verify/verdict.ts';

const kills = Number(process.env['KILLS'] ?? 3);
const companies = 3;
const perKill = 120;

let ledger: SpawnedService;
let books: BenchBooks;
let pump: PostingPump;

beforeAll(async () => {
  ledger = await spawnService('common');
  books = await openBooks(ledger, companies);
  pump = await PostingPump.start(ledger, books);
}, 60_000);

afterAll(async () => {
  await pump.stop();
  await ledger.drop();
}, 30_000);

test(
  `${String(kills)} times killed while it posts, the ledger has every request once`,
  async () => {
    let { process } = ledger;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = await pump.answered();
      await pump.ask(perKill, companies);
      // Somewhere in the middle of the work: after as many answers as the number of the kill says.
      const enough = before + ((kill * 37) % perKill);
      await until(async () => (await pump.answered()) >= enough, {
        deadlineMs: 60_000,
        what: 'some are posted',
      });
      await process.kill();
      process = await ledger.respawn();
    }
    const sent = kills * perKill;
    await until(async () => (await pump.answered()) >= sent, {
      deadlineMs: 120_000,
      what: 'all are answered',
    });
    const [counts] = await query<{ entries: number; sources: number; numbers: number; last: number }>(
      ledger.database.adminUrl,
      `select count(*)::int as entries, count(distinct source_id)::int as sources,
         (select sum((numbers ->> '2627')::int)::int from ledger_head) as numbers from journal_entry`,
    );
    expect(counts).toEqual({ entries: sent, sources: sent, numbers: sent });
    expect(await complaints()).toEqual([]);
  },
  60_000 + kills * 30_000,
);

async function complaints(): Promise<readonly unknown[]> {
  const urls = Object.fromEntries(
    services.map(({ name }) => [name, ledger.database.adminUrl]),
  ) as DatabaseUrls;
  const world = await openWorld(urls, { graceSeconds: 0, keptFiles: undefined });
  try {
    return brokenIn(await verdicts(world, ['I1', 'I2', 'I11']));
  } finally {
    await world.close();
  }
}
