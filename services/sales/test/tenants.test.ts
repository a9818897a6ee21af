import { Crowd, routesOf, seededRandom } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { furnish } from './examples.js';

const organizations = 1_000;
const seed = Number(process.env['SEED'] ?? 1);
const reads = routesOf('sales').filter(({ isPublic, method }) => !isPublic && method === 'get');
let crowd: Crowd;

beforeAll(async () => {
  crowd = await Crowd.around(sales, furnish, organizations);
}, 180_000);

afterAll(async () => {
  await crowd.stop();
});

test('there are a thousand organizations and more', async () => {
  for (const table of ['company', 'customer', 'invoice', 'receipt', 'credit_note', 'refund', 'write_off'])
    expect([table, (await crowd.organizationsIn(table)) > organizations]).toEqual([table, true]);
});

test.each(reads.map((route) => [route.id, route] as const))(
  '%s shows nobody anything of another organization',
  async (_, route) => {
    expect(await crowd.leaks(route, seededRandom(seed), 60)).toEqual([]);
  },
);

/** Rows are copied for everybody, files in the object store are not. */
const ofFiles = ['invoicePapers.pdf', 'creditNotePapers.pdf', 'receiptPapers.pdf'];

test('and shows everybody what is theirs', () => {
  const unserved = reads.map(({ id }) => id).filter((id) => !crowd.served.has(id));
  expect(unserved).toEqual(ofFiles);
});
