import { OpenDailyRun } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { Alarms } from '@dhanman/platform';
import { until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { intervals, keepSchedule } from '../src/index.js';
import { SchedulesAlone } from './support.js';

const from = new Date('2026-03-31T12:00:00Z');

let alone: SchedulesAlone;
let redis: Redis;
let queue: Queue;
let organization: Id;

beforeAll(async () => {
  alone = await SchedulesAlone.open();
  redis = new Redis(alone.redis.url, { maxRetriesPerRequest: null });
  queue = new Queue('common-alarms', { connection: redis });
  organization = newId();
  await alone.transaction(organization, async (tx) => {
    for (const [subject, at] of Object.entries({ a: '02:00', b: '02:00', c: '03:00' })) {
      const recurrence = { every: 'day', at } as const;
      await keepSchedule(tx, OpenDailyRun, { subject, recurrence, timeZone: 'Asia/Kolkata', from });
    }
  });
});

afterAll(async () => {
  await queue.close();
  redis.disconnect();
  await alone.close();
});

async function set(): Promise<readonly string[]> {
  return (await queue.getJobSchedulers(0, -1)).map(({ key }) => key).sort();
}

const both = ['Asia/Kolkata 0 2 * * *', 'Asia/Kolkata 0 3 * * *'];

describe('the alarms', () => {
  test('are one for each time of day and zone, however many schedules there are', async () => {
    await alone.scheduler().setAlarms();
    expect(await set()).toEqual(both);
    // The queue gives them in the order in which they are due next, which depends on the hour.
    const alarms = (await queue.getJobSchedulers(0, -1, true)).toSorted((one, other) =>
      String(one.pattern).localeCompare(String(other.pattern)),
    );
    expect(alarms).toMatchObject([
      { tz: 'Asia/Kolkata', pattern: '0 2 * * *' },
      { tz: 'Asia/Kolkata', pattern: '0 3 * * *' },
    ]);
  });

  test('are back after Redis has lost everything, within a minute', async () => {
    await redis.flushdb();
    expect(await set()).toEqual([]);
    await alone.scheduler().setAlarms();
    expect(await set()).toEqual(both);
    expect(intervals.alarmsMs).toBeLessThanOrEqual(60_000);
  });

  test('go away with the last schedule for their time', async () => {
    await alone.spoil(`delete from schedule where organization = $1 and subject in ('a', 'c')`, [
      organization,
    ]);
    await alone.scheduler().setAlarms();
    expect(await set()).toEqual(['Asia/Kolkata 0 2 * * *']);
  });

  test('that got stuck are set again', async () => {
    // Listed, but what would make it go off is gone: https://github.com/taskforcesh/bullmq/issues/3272.
    const [alarm] = await queue.getJobSchedulers(0, 0);
    for (const id of await redis.zrange('bull:common-alarms:delayed', 0, -1))
      await redis.del(`bull:common-alarms:${id}`);
    await redis.del('bull:common-alarms:delayed');
    await redis.zadd('bull:common-alarms:repeat', 1_000, alarm!.key);
    await alone.scheduler().setAlarms();
    const [again] = await queue.getJobSchedulers(0, 0);
    expect(again?.next).toBeGreaterThan(Date.parse('2026-01-01'));
  });

  test('that go off are heard', async () => {
    const alarms = new Alarms(alone.redis.url, 'payroll');
    let rung = 0;
    alarms.listen(async () => void (rung += 1));
    await alarms.set([{ pattern: '* * * * * *', timeZone: 'UTC' }]);
    await until(() => rung >= 2, { deadlineMs: 20_000 });
    await alarms.close();
  });
});
