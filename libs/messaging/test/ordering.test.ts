import { newId } from '@dhanman/kernel';
import { freshVirtualHost, seededRandom, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { salesTables, SalesHandlers } from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService, organizationId } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

let vhost: VirtualHost;
let sales: LittleService;
let common: Stranger;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  sales = await LittleService.start({
    service: 'sales',
    vhost,
    tables: salesTables,
    handlers: [SalesHandlers],
  });
  common = await Stranger.on(vhost);
});

afterAll(async () => {
  await common.leave();
  await sales.stop();
  await vhost.drop();
});

interface Change {
  readonly company: string;
  readonly revision: number;
  readonly messageId: string;
}

function historyOf(company: string, length: number): readonly Change[] {
  return Array.from({ length }, (_, index) => ({ company, revision: index + 1, messageId: newId() }));
}

async function tell({ company, revision, messageId }: Change, restated?: 'restated'): Promise<void> {
  const contract = `common.company-${revision === 1 ? 'created' : 'changed'}.v1`;
  const names = { name: `Revision ${String(revision)}`, currency: 'INR', timeZone: 'Asia/Kolkata' };
  const body = { id: company, revision, ...names, financialYearStartMonth: 4, isActive: true };
  const headers = { source: 'common', organizationId, occurredAt: '2026-04-01T00:00:00.000Z' };
  const again = restated && { headers: { ...headers, restated: true } };
  await common.send('events', `${contract}.sales`, body, {
    ...{ type: contract, messageId, appId: 'common' },
    ...again,
  });
}

async function told(company: string): Promise<readonly number[]> {
  const rows = await sales.rows<{ revision: number }>(
    'select revision from company where id = $1 order by at',
    [company],
  );
  return rows.map(({ revision }) => revision);
}

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index + 1);

describe('numbered messages about one thing', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'shuffled and doubled by seed %i take effect once and in order',
    async (seed) => {
      const random = seededRandom(seed);
      const companies = [newId(), newId(), newId()];
      const histories = companies.flatMap((company) => historyOf(company, 7));
      const stream = [...histories, ...histories.filter(() => random() < 0.4)]
        .map((change) => ({ change, at: random() }))
        .sort((one, other) => one.at - other.at);
      for (const { change } of stream) await tell(change);
      for (const company of companies) {
        await eventually(async () => (await told(company)).length >= 7);
        expect(await told(company)).toEqual(upTo(7));
      }
      expect(await sales.count('inbox_parked')).toBe(0);
    },
  );

  test('wait for the one before them, and hold nobody else up', async () => {
    const [first, second] = historyOf(newId(), 2);
    const other = historyOf(newId(), 1)[0]!;
    await tell(second!);
    await tell(other);
    await eventually(async () => (await told(other.company)).length === 1);
    expect(await told(first!.company)).toEqual([]);
    expect(await sales.count('inbox_parked')).toBe(1);
    await tell(first!);
    await eventually(async () => (await told(first!.company)).length === 2);
    expect(await told(first!.company)).toEqual([1, 2]);
  });

  test('that are older than what is known change nothing', async () => {
    const company = newId();
    for (const change of historyOf(company, 3)) await tell(change);
    await eventually(async () => (await told(company)).length === 3);
    const again = historyOf(company, 1)[0]!;
    await tell(again);
    await eventually(
      async () => (await sales.rows('select from inbox where message_id = $1', [again.messageId])).length > 0,
    );
    expect(await told(company)).toEqual([1, 2, 3]);
  });
});

describe('a thing that is restated', () => {
  const isHandled = async ({ messageId }: Change): Promise<boolean> =>
    (await sales.rows('select from inbox where message_id = $1', [messageId])).length > 0;
  const parked = async (company: string): Promise<number> =>
    (await sales.rows('select from inbox_parked where key = $1', [company])).length;

  test('is right for who has heard nothing of it, and goes on from there', async () => {
    const company = newId();
    const [, second, , fourth, fifth] = historyOf(company, 5);
    await tell(fifth!);
    await tell(second!);
    await eventually(async () => (await parked(company)) === 2);
    await tell(fourth!, 'restated');
    await eventually(async () => (await told(company)).length === 2);
    expect(await told(company)).toEqual([4, 5]);
    expect(await parked(company)).toBe(0);
  });

  test('changes nothing for who knows later news, and sets right what is as old', async () => {
    const company = newId();
    const history = historyOf(company, 3);
    for (const change of history) await tell(change);
    await eventually(async () => (await told(company)).length === 3);
    const past = { ...history[1]!, messageId: newId() };
    const present = { ...history[2]!, messageId: newId() };
    await tell(past, 'restated');
    await tell(present, 'restated');
    await eventually(async () => (await isHandled(past)) && (await isHandled(present)));
    expect(await told(company)).toEqual([1, 2, 3, 3]);
  });
});
