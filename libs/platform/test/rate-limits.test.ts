import type { Health } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId, systemClock } from '@dhanman/kernel';
import {
  aToken,
  FaultProxy,
  FixedClock,
  freshRedisDatabase,
  type RedisDatabase,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OptionalRedis } from '../src/optional-redis.js';
import { type Bucket, RateLimiter } from '../src/rate-limits/rate-limiter.js';
import { redisClient } from '../src/redis.js';
import { notes } from './support/notes.js';

let redis: RedisDatabase;

beforeAll(async () => {
  redis = await freshRedisDatabase('redisCache');
});

afterAll(async () => {
  await redis.drop();
});

describe('two processes of a service with one cache', () => {
  const started: StartedService[] = [];
  let proxy: FaultProxy;

  beforeAll(async () => {
    proxy = await FaultProxy.inFrontOf(redis.url);
    const limits = 'address=1000,door=3,caller=60,organization=100';
    const overrides = { RATE_LIMITS: limits, REDIS_CACHE_URL: proxy.addressFor(redis.url) };
    for (let number = 0; number < 2; number += 1) started.push(await startService(notes, { overrides }));
    for (const one of started) await until(async () => (await cacheOf(one)) === 'ok');
  });

  afterAll(async () => {
    for (const one of started) await one.stop();
    await proxy.stop();
  });

  const either = (number: number): StartedService => started[number % 2]!;

  test('tell a caller with every answer what is left, and refuse what is too much, whichever is asked', async () => {
    await earlyInTheMinute();
    const ask = await aCaller();
    for (let number = 1; number <= 60; number += 1) {
      const { status, headers } = await ask(either(number));
      expect(status).toBe(404);
      expect(headers['ratelimit-policy']).toBe(
        '"address";q=1000;w=60, "caller";q=60;w=60, "organization";q=100;w=60',
      );
      expect(headers['ratelimit']).toContain(`"caller";r=${60 - number};t=`);
    }
    for (const one of started) {
      const { status, headers, body } = await ask(one);
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many-requests' });
      expect(body.detail).toMatch(
        /^You sent too many requests in a minute\. Please wait \d+ seconds, then try again\.$/,
      );
      expect(Number(headers['retry-after'])).toBe(body.details.retryAfterSeconds);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    }
    expect((await (await aCaller())(either(0))).status).toBe(404);
  });

  test('count all members of an organization together, but not what was refused to one of them', async () => {
    await earlyInTheMinute();
    const organizationId = newId();
    const [busy, colleague] = [await aCaller(organizationId), await aCaller(organizationId)];
    expect(await statuses(80, async (number) => busy(either(number)))).toEqual({ 404: 60, 429: 20 });
    expect(await statuses(50, async (number) => colleague(either(number)))).toEqual({ 404: 40, 429: 10 });
  });

  test('count the one who is at the other end, whatever it writes about other addresses', async () => {
    await earlyInTheMinute();
    const claimed = (number: number) => ({ 'x-forwarded-for': `203.0.113.1, 198.51.100.${number}` });
    const knock = async (number: number) =>
      either(number).agent.post('/odd/door').set(claimed(number)).send({});
    expect(await statuses(6, async (number) => knock(number))).toEqual({ 204: 6 });
    const spoofed = async (number: number) =>
      either(number)
        .agent.post('/odd/door')
        .set('x-forwarded-for', `198.51.100.${number}, 203.0.113.7`)
        .send({});
    expect(await statuses(6, spoofed)).toEqual({ 204: 3, 429: 3 });
  });

  test('let everybody pass while the cache is away, say so, and count again afterwards', async () => {
    await earlyInTheMinute();
    const ask = await aCaller();
    proxy.inject({ kind: 'black-hole' });
    try {
      expect(await statuses(70, async (number) => ask(either(number)))).toEqual({ 404: 70 });
      await until(async () => (await cacheOf(either(0))) === 'degraded');
    } finally {
      proxy.heal();
    }
    for (const one of started) await until(async () => (await cacheOf(one)) === 'ok', { deadlineMs: 20_000 });
    await until(async () => (await ask(either(0))).headers['ratelimit'] !== undefined);
  });
});

describe('the limiter', () => {
  const clock = new FixedClock('2026-04-01T10:00:00.000Z');

  /** As a process of its own would have it. */
  async function aLimiter(url = redis.url) {
    const client = redisClient(url, { name: 'test', patienceMs: 500 });
    await until(() => client.status === 'ready');
    const told: boolean[] = [];
    const limiter = new RateLimiter(new OptionalRedis(client), clock, (isAway) => told.push(isAway));
    return { limiter, told, close: () => client.disconnect() };
  }

  async function allowed(limiter: RateLimiter, bucket: Bucket): Promise<number> {
    let count = 0;
    while ((await limiter.take(bucket))?.isAllowed === true) count += 1;
    return count;
  }

  test('counts the minute before as far as it lies within sixty seconds, and says when the next may come', async () => {
    const { limiter, close } = await aLimiter();
    const bucket = { name: newId(), limit: 60 };
    clock.set('2026-04-01T10:00:00.000Z');
    expect(await allowed(limiter, bucket)).toBe(60);
    clock.set('2026-04-01T10:01:00.000Z');
    expect(await allowed(limiter, bucket)).toBe(0);
    clock.set('2026-04-01T10:01:30.000Z');
    expect(await allowed(limiter, bucket)).toBe(30);
    const refused = await limiter.take(bucket);
    expect(refused).toMatchObject({ isAllowed: false, remaining: 0 });
    clock.advance(refused!.waitSeconds * 1_000);
    expect((await limiter.take(bucket))?.isAllowed).toBe(true);
    close();
  });

  test('lets no more pass than allowed of many at once, in many processes', async () => {
    clock.set('2026-04-01T11:00:00.000Z');
    const processes = await Promise.all([aLimiter(), aLimiter(), aLimiter()]);
    for (const limit of [7, 1_000]) {
      const bucket = { name: newId(), limit };
      const verdicts = await Promise.all(
        Array.from({ length: 1_500 }, async (_, index) => processes[index % 3]!.limiter.take(bucket)),
      );
      const passed = verdicts.filter((verdict) => verdict?.isAllowed).length;
      expect(passed).toBe(limit);
    }
    for (const { close } of processes) close();
  });

  test('says once that nobody counts, and once that somebody does again', async () => {
    const proxy = await FaultProxy.inFrontOf(redis.url);
    const { limiter, told, close } = await aLimiter(proxy.addressFor(redis.url));
    proxy.inject({ kind: 'reset' });
    for (let number = 0; number < 5; number += 1) {
      expect(await limiter.take({ name: newId(), limit: 5 })).toBeUndefined();
    }
    proxy.heal();
    await until(async () => (await limiter.take({ name: newId(), limit: 5 })) !== undefined, {
      deadlineMs: 20_000,
    });
    expect(told).toEqual([true, false]);
    close();
    await proxy.stop();
  });
});

async function cacheOf({ agent }: StartedService): Promise<string | undefined> {
  return ((await agent.get('/health/ready')).body as Health).checks['redis-cache']?.status;
}

/** Somebody who asks for what is not there, which takes the same way as what is. */
async function aCaller(organizationId = newId()) {
  const companyId = newId();
  const token = await aToken({ organizationId, companies: [companyId], permissions });
  return async ({ agent }: StartedService) =>
    agent.get(`/api/v1/companies/${companyId}/notes/${newId()}`).set('authorization', `Bearer ${token}`);
}

async function statuses(count: number, ask: (number: number) => Promise<{ status: number }>) {
  const seen: Record<number, number> = {};
  for (let number = 0; number < count; number += 1) {
    const { status } = await ask(number);
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

/** So that no window ends in the middle of counting. */
async function earlyInTheMinute(): Promise<void> {
  await until(() => systemClock.now().getSeconds() < 45, { deadlineMs: 20_000 });
}
