// The short form of `npm run chaos -- posting`, which kills a thousand times.
import { expect, test } from '@jest/globals';
import { complaintsOf, type Reckoning } from '../../chaos/posting/reckoning.ts';
import { killWhilePosting } from '../../chaos/posting/run.ts';

const kills = 25;

test(`${String(kills)} times killed while it posts, the ledger has every request once and has answered it once`, async () => {
  const reckoning = await killWhilePosting({ kills, seed: 1 });
  expect(complaintsOf(reckoning)).toEqual([]);
  expect(total(reckoning)).toBe(kills);
  // Kills that hit nothing under way would prove nothing.
  expect(reckoning.traces.redelivered).toBeGreaterThan(0);
}, 480_000);

function total({ deaths }: Reckoning): number {
  return Object.values(deaths).reduce((sum, count) => sum + count, 0);
}
