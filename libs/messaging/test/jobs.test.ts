import { job } from '@dhanman/contracts';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { publish } from '../src/index.js';
import { contracts } from './support/contracts.js';
import { salesTables, SalesHandlers } from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService } from './support/little-service.js';

const ChargeLateFee = job('sales.charge-late-fee.v1', {
  summary: 'Charges the late fee of an invoice for a month.',
  payload: z.object({ invoice: z.string(), month: z.string() }),
  once: ['invoice', 'month'],
});

let vhost: VirtualHost;
let sales: LittleService;
const handedOver: string[] = [];
const redis = { isAway: false };

beforeAll(async () => {
  vhost = await freshVirtualHost();
  const jobs = {
    async add(contract: string, id: string): Promise<void> {
      if (redis.isAway) throw new Error('Redis is away');
      handedOver.push(`${contract} ${id}`);
    },
  };
  const messaging = { contracts: [...contracts, ChargeLateFee], jobs };
  sales = await LittleService.start({
    ...{ service: 'sales', vhost, tables: salesTables, handlers: [SalesHandlers], messaging },
  });
});

afterAll(async () => {
  await sales.stop();
  await vhost.drop();
});

async function owed(): Promise<readonly string[]> {
  const rows = await sales.rows<{ id: string }>('select id from job order by id');
  return rows.map(({ id }) => `sales.charge-late-fee.v1 ${id}`);
}

describe('a job', () => {
  test('is owed and handed over when its transaction commits', async () => {
    await sales.transaction(async (tx) => publish(tx, ChargeLateFee, { invoice: 'A', month: '2026-04' }));
    const [id] = await owed();
    await eventually(() => handedOver.includes(id!));
  });

  test('leaves nothing when its transaction rolls back', async () => {
    const before = await owed();
    const failing = sales.transaction(async (tx) => {
      await publish(tx, ChargeLateFee, { invoice: 'B', month: '2026-04' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await owed()).toEqual(before);
  });

  test('is owed once for the same work, however often it is asked for', async () => {
    const ask = async (): Promise<void> =>
      sales.transaction(async (tx) => publish(tx, ChargeLateFee, { invoice: 'C', month: '2026-05' }));
    const before = (await owed()).length;
    await Promise.all([ask(), ask(), ask()]);
    expect((await owed()).length).toBe(before + 1);
    await eventually(async () => (await sales.count('outbox')) === 0);
    expect(new Set(handedOver).size).toBe(handedOver.length);
  });

  test('waits in the outbox while its queues are away', async () => {
    redis.isAway = true;
    await sales.transaction(async (tx) => publish(tx, ChargeLateFee, { invoice: 'D', month: '2026-04' }));
    await eventually(async () => (await sales.rows('select from outbox where attempts > 1')).length === 1);
    redis.isAway = false;
    await eventually(async () => (await sales.count('outbox')) === 0);
    expect([...handedOver].sort()).toEqual(await owed());
  });
});
