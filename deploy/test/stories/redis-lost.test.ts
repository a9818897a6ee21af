// Redis only says when to look: what is owed is owed in Postgres. It loses everything during a night's work, and is away
// for half a minute during another; every company's run is done once, and the alarms come back by themselves.
import { FaultProxy, server, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type Company, Day } from './day.ts';

const companies: Company[] = [];
const patience = { deadlineMs: 150_000 };

let day: Day;
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await FaultProxy.inFrontOf(server('redisJobs'));
  day = await Day.begin({
    common: {
      overrides: ({ secrets }) => ({ REDIS_JOBS_URL: proxy.addressFor(secrets['REDIS_JOBS_URL'] ?? '') }),
    },
  });
  for (let one = 0; one < 8; one += 1) companies.push(await day.company());
}, 180_000);

afterAll(async () => {
  await day.end();
  await proxy.stop();
}, 60_000);

const redisOf = (service: 'common' | 'sales'): Redis =>
  new Redis(day.services[service].secrets['REDIS_JOBS_URL'] ?? '', { maxRetriesPerRequest: null });

async function flush(): Promise<void> {
  for (const service of ['common', 'sales'] as const) {
    const redis = redisOf(service);
    await redis.flushdb();
    redis.disconnect();
  }
}

async function alarms(): Promise<number> {
  const redis = new Redis(day.services.common.secrets['REDIS_JOBS_URL'] ?? '', {
    maxRetriesPerRequest: null,
  });
  const queue = new Queue('common-alarms', { connection: redis });
  const count = await queue.getJobSchedulersCount();
  await queue.close();
  redis.disconnect();
  return count;
}

/** Everyone's run of that many days is finished, and no task was done twice. */
async function allFinished(runs: number): Promise<void> {
  await until(async () => {
    const all = await Promise.all(companies.map((company) => company.runs()));
    return all.every((own) => own.filter(({ state }) => state === 'finished').length === runs);
  }, patience);
  const twice = await day.sql(
    'common',
    `select task.id from daily_task task left join outbox_sent sent
       on sent.contract = 'common.daily-task-finished.v1' and sent.payload ->> 'taskId' = task.id::text
     where task.module = 'common' group by task.id having count(sent.id) <> 1`,
  );
  expect(twice).toEqual([]);
  const failed = await day.sql('common', `select type, state from daily_task where state <> 'done'`);
  expect(failed).toEqual([]);
}

test('losing everything in the middle of the night loses no work, and the alarms are back within a minute', async () => {
  await until(async () => (await alarms()) > 0, patience);
  let flushed = 0;
  for (const company of companies) {
    await company.missDays(1);
    await until(async () => (await company.runs()).length === 1, patience);
    await flush();
    flushed = performance.now();
  }
  await until(async () => (await alarms()) > 0, patience);
  expect(performance.now() - flushed).toBeLessThan(61_000);
  await allFinished(1);
}, 300_000);

test('being away for half a minute delays work and loses none', async () => {
  proxy.inject({ kind: 'reset' });
  const away = performance.now();
  for (const company of companies) await company.missDays(2);
  // People notice nothing of it.
  const late = await day.company();
  expect(await late.runs()).toEqual([]);
  await until(() => performance.now() - away > 30_000, patience);
  proxy.heal();
  await allFinished(2);
}, 300_000);
