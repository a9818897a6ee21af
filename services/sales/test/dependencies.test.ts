import { isDeepStrictEqual } from 'node:util';
import { FaultProxy, server, startService, type StartedService, until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aPerson } from './builders.js';

const lesser = {
  broker: 'amqp',
  'redis-jobs': 'redisJobs',
  'redis-cache': 'redisCache',
  'object-store': 's3',
} as const;

let proxies: Readonly<Record<keyof typeof lesser, FaultProxy>>;
let started: StartedService | undefined;

beforeEach(async () => {
  const made = Object.entries(lesser).map(async ([name, which]) => [
    name,
    await FaultProxy.inFrontOf(server(which)),
  ]);
  proxies = Object.fromEntries(await Promise.all(made)) as typeof proxies;
});

afterEach(async () => {
  for (const proxy of Object.values(proxies)) proxy.heal();
  await started?.stop();
  started = undefined;
  for (const proxy of Object.values(proxies)) await proxy.stop();
});

async function start(): Promise<StartedService> {
  started = await startService(sales, {
    overrides: ({ secrets, environment }) => ({
      AMQP_URL: proxies.broker.addressFor(secrets['AMQP_URL']!),
      REDIS_JOBS_URL: proxies['redis-jobs'].addressFor(secrets['REDIS_JOBS_URL']!),
      REDIS_CACHE_URL: proxies['redis-cache'].addressFor(secrets['REDIS_CACHE_URL']!),
      S3_ENDPOINT: proxies['object-store'].addressFor(environment['S3_ENDPOINT']!),
    }),
  });
  return started;
}

async function checks({
  agent,
}: StartedService): Promise<{ status: number; all: string; each: Record<string, string> }> {
  const { status, body } = await agent.get('/health/ready');
  const { status: all, checks: results } = body as {
    status: string;
    checks: Record<string, { status: string }>;
  };
  return {
    status,
    all,
    each: Object.fromEntries(watched.map((name) => [name, results[name]?.status ?? 'missing'])),
  };
}

const watched = ['database', ...Object.keys(lesser)];

const allWell = { broker: 'ok', 'redis-jobs': 'ok', 'redis-cache': 'ok', 'object-store': 'ok' };
const allBad = {
  broker: 'degraded',
  'redis-jobs': 'degraded',
  'redis-cache': 'degraded',
  'object-store': 'degraded',
};

describe('with its database alone', () => {
  test('a service starts, serves, says what is missing, and takes the rest up when it appears', async () => {
    for (const proxy of Object.values(proxies)) proxy.inject({ kind: 'reset' });
    const service = await start();
    expect(await checks(service)).toEqual({
      status: 200,
      all: 'degraded',
      each: { database: 'ok', ...allBad },
    });
    await (await aPerson(service)).post('', { name: 'Written without a broker' }).expect(201);
    for (const proxy of Object.values(proxies)) proxy.heal();
    await until(async () => (await checks(service)).all === 'ok', { deadlineMs: 15_000 });
  }, 120_000);
});

describe('when a lesser dependency goes away', () => {
  test.each(Object.keys(lesser) as (keyof typeof lesser)[])(
    '%s: requests go on, and it heals',
    async (name) => {
      const service = await start();
      await until(async () => (await checks(service)).all === 'ok', { deadlineMs: 15_000 });
      // A connection to a silent broker is given up by its heartbeat, which takes longer than this test should.
      for (const kind of name === 'broker' ? (['reset'] as const) : (['reset', 'black-hole'] as const)) {
        proxies[name].inject({ kind });
        const alone = { ...allWell, [name]: 'degraded' };
        const expected = { status: 200, all: 'degraded', each: { database: 'ok', ...alone } };
        // Another one may answer a check too late for once, on a machine that is busy.
        await until(async () => isDeepStrictEqual(await checks(service), expected), { deadlineMs: 10_000 });
        const askedAt = performance.now();
        await (await aPerson(service)).post('', { name: 'Meanwhile' }).expect(201);
        expect(performance.now() - askedAt).toBeLessThan(2_500);
        proxies[name].heal();
        await until(async () => (await checks(service)).all === 'ok', { deadlineMs: 20_000 });
      }
    },
    90_000,
  );
});
