import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { FaultProxy, freshRedisDatabase, query, type RedisDatabase, server, until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { forgottenAfterSeconds, sweepEveryMs } from '../src/jobs/job-workers.js';
import { OwedJobs } from './support/owed-jobs.js';

jest.setTimeout(150_000);

const patience = { deadlineMs: 100_000 };

let redis: RedisDatabase;
let proxy: FaultProxy;
let jobs: OwedJobs;
let victim: ChildProcess | undefined;

beforeEach(async () => {
  redis = await freshRedisDatabase('redisJobs');
  proxy = await FaultProxy.inFrontOf(server('redisJobs'));
  jobs = await OwedJobs.open(proxy.addressFor(redis.url));
});

afterEach(async () => {
  victim?.kill('SIGKILL');
  await jobs.close();
  await proxy.stop();
  await redis.drop();
});

async function aVictim(): Promise<ChildProcess> {
  victim = fork(new URL('support/job-victim.mjs', import.meta.url), {
    execArgv: [],
    env: { DATABASE_URL: jobs.database.appUrl, REDIS_URL: proxy.addressFor(redis.url) },
  });
  await Promise.race([once(victim, 'message'), once(victim, 'exit')]);
  if (victim.exitCode !== null) throw new Error('the process did not start: are the libraries built?');
  return victim;
}

async function flush(): Promise<void> {
  const client = new Redis(redis.url);
  await client.flushdb();
  client.disconnect();
}

const allDone = async (count: number): Promise<boolean> =>
  (await jobs.count(`job where state = 'done'`)) === count;

describe('a job that is being done', () => {
  test('is resumed within ten seconds when its worker is killed, and takes effect once', async () => {
    const worker = await aVictim();
    const begun = once(worker, 'message');
    await jobs.owe();
    await begun;
    jobs.startWorker();
    worker.kill('SIGKILL');
    const killed = performance.now();
    await until(() => allDone(1), patience);
    expect(performance.now() - killed).toBeLessThan(10_000);
    expect(await jobs.count('reminder')).toBe(1);
    expect(await jobs.count('job where attempts = 2')).toBe(1);
  });
});

describe('Redis', () => {
  test('may lose everything while jobs are owed and done: each is done once', async () => {
    const workers = [jobs.startWorker(), jobs.startWorker(), jobs.startWorker()];
    let owed = 0;
    for (let round = 0; round < 5; round += 1) {
      owed += (await jobs.owe(100)).length;
      await flush();
    }
    expect(await jobs.count(`job where state = 'done'`)).toBeLessThan(owed);
    // A sweep of what has not been touched for a moment, instead of the usual three quarters of a minute.
    await until(async () => {
      for (const one of workers) await one.sweep(1);
      return allDone(owed);
    }, patience);
    expect(await jobs.count('reminder')).toBe(owed);
    expect(await jobs.count('(select distinct invoice from reminder) as invoice')).toBe(owed);
    expect(forgottenAfterSeconds * 1_000 + sweepEveryMs).toBeLessThanOrEqual(60_000);
  });

  test('may be away for half a minute: what was owed meanwhile is done afterwards, once', async () => {
    const workers = jobs.startWorker();
    await jobs.owe(20);
    await until(() => allDone(20), patience);
    proxy.inject({ kind: 'reset' });
    const away = performance.now();
    await jobs.owe(20);
    // Handing over fails at once, so that whoever owes a job is not held up by a Redis that is away.
    expect(performance.now() - away).toBeLessThan(15_000);
    await until(() => performance.now() - away > 30_000, patience);
    expect(await allDone(20)).toBe(true);
    proxy.heal();
    await until(async () => {
      await workers.sweep(1);
      return allDone(40);
    }, patience);
    expect(await jobs.count('reminder')).toBe(40);
  });
});

test('a job that was given up is done when a person asks for it again', async () => {
  const [id = ''] = await jobs.owe();
  await query(jobs.database.adminUrl, `update job set state = 'failed', error = 'no' where id = $1`, [id]);
  const workers = jobs.startWorker();
  await until(() => allDone(1), patience);
  await workers.sweep(0);
  expect(workers.figures).toEqual({ owed: 0, oldestSeconds: 0, failed: 0 });
  expect(await jobs.count('reminder')).toBe(1);
});
