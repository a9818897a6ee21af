import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CrashPoint, crashPoints } from '../src/index.js';
import { eventually } from './support/eventually.js';
import { Victim } from './support/victim.js';

/** Which service dies at the point, and what must be seen afterwards: a run in which nothing happened proves nothing. */
const scenarios: Readonly<
  Record<CrashPoint, { dies: 'sales' | 'common'; narration?: string; leaves: Evidence }>
> = {
  'after-commit': { dies: 'sales', leaves: 'nothing' },
  'after-claim': { dies: 'sales', leaves: 'second sending' },
  'after-publish': { dies: 'sales', leaves: 'second sending' },
  'after-confirm': { dies: 'sales', leaves: 'second sending' },
  'in-handler': { dies: 'common', leaves: 'second delivery' },
  'before-handled-commit': { dies: 'common', leaves: 'second delivery' },
  'before-ack': { dies: 'common', leaves: 'second delivery' },
  'before-retry-ack': { dies: 'common', narration: 'fails once', leaves: 'second delivery' },
};
type Evidence = 'nothing' | 'second sending' | 'second delivery';

interface Outcome {
  readonly deaths: readonly (string | null)[];
  readonly entries: number;
  readonly answers: number;
  readonly sendings: number;
  readonly restarts: number;
}

async function dieAt(point: CrashPoint): Promise<Outcome> {
  const { dies, narration = 'Invoice' } = scenarios[point];
  const vhost = await freshVirtualHost();
  const common = await Victim.start('common', vhost, dies === 'common' ? point : undefined);
  const sales = await Victim.start('sales', vhost, dies === 'sales' ? point : undefined);
  const document = sales.send(narration);
  const one = async (victim: Victim, sql: string): Promise<number> =>
    (await victim.rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n;
  await eventually(async () => (await one(sales, `answer where document = '${document}'`)) > 0);
  await eventually(async () => (await one(sales, 'outbox')) + (await one(common, 'outbox')) === 0);
  const [sent] = await sales.rows<{ attempts: number }>(
    'select max(attempts)::int as attempts from outbox_sent',
  );
  const outcome = {
    deaths: dies === 'sales' ? sales.deaths : common.deaths,
    entries: await one(common, 'entry'),
    answers: await one(sales, 'answer'),
    sendings: sent!.attempts,
    restarts: await one(common, `delivery_trouble where error like 'started again%'`),
  };
  await Promise.all([sales.stop(), common.stop()]);
  await vhost.drop();
  return outcome;
}

describe('a process killed', () => {
  const points = crashPoints.filter((point) => scenarios[point].leaves !== 'second sending');
  const whileSending = crashPoints.filter((point) => scenarios[point].leaves === 'second sending');

  test.each(points)('%s loses nothing and does nothing twice', async (point) => {
    expectWhole(point, await dieAt(point));
  });

  // What it had claimed is free again when its lease runs out, so these wait together.
  test('while it sends loses nothing and does nothing twice', async () => {
    const outcomes = await Promise.all(whileSending.map(dieAt));
    for (const [index, outcome] of outcomes.entries()) expectWhole(whileSending[index]!, outcome);
  });
});

function expectWhole(point: CrashPoint, { deaths, entries, answers, sendings, restarts }: Outcome): void {
  const { leaves } = scenarios[point];
  // Where the death leaves a second delivery, a broker that is slow to notice the dead may give it out once more.
  const wasRestarted = restarts > 0;
  expect({ point, deaths, entries, answers, sendings, wasRestarted }).toEqual({
    ...{ point, deaths: ['SIGKILL'], entries: 1, answers: 1 },
    sendings: leaves === 'second sending' ? 2 : 1,
    wasRestarted: leaves === 'second delivery',
  });
}

describe('a message that kills the process', () => {
  let vhost: VirtualHost;
  let common: Victim;
  let sales: Victim;

  beforeEach(async () => {
    vhost = await freshVirtualHost();
    common = await Victim.start('common', vhost);
    sales = await Victim.start('sales', vhost);
  });

  afterEach(async () => {
    await Promise.all([sales.stop(), common.stop()]);
    await vhost.drop();
  });

  test('in a transaction that many share takes nothing of them along and leaves nothing of them out', async () => {
    const documents = Array.from({ length: 30 }, () => sales.send('kills others'));
    await eventually(async () => (await common.rows('select from entry')).length >= documents.length);
    await eventually(async () => (await sales.rows('select from answer')).length >= documents.length);
    expect(common.deaths.length).toBeGreaterThan(0);
    expect(await common.rows('select document from entry group by 1 having count(*) > 1')).toEqual([]);
    expect(await sales.rows('select document from answer group by 1 having count(*) > 1')).toEqual([]);
  });

  test('is buried after a few deaths, and every neighbour is posted once', async () => {
    const neighbours = [];
    for (let one = 0; one < 30; one += 1) {
      if (one === 10) sales.send('kills');
      neighbours.push(sales.send('Invoice'));
    }
    const letters = await eventually(async () => {
      const rows = await common.rows<{ reason: string }>('select reason from dead_letter');
      return rows.length > 0 && rows;
    });
    expect(letters).toEqual([{ reason: 'MessageUnusable: the process died each time it was handled' }]);
    await eventually(async () => (await sales.rows('select from answer')).length >= neighbours.length);
    expect(await common.rows('select document from entry group by 1 having count(*) > 1')).toEqual([]);
    expect(await common.rows('select from entry')).toHaveLength(neighbours.length);
    expect(common.deaths.length).toBe(6);
  });
});
