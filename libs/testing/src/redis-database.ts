import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { server } from './servers.js';

export interface RedisDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A claim outlives any test, so only a killed test run's numbers wait for it to pass. */
const claimSeconds = 900;

/**
 * A numbered Redis database of its own, empty. Numbers are few and several test processes share one server, so each
 * is claimed by a key in database 0 that expires should the claimant be killed.
 */
export async function freshRedisDatabase(which: 'redisJobs' | 'redisCache'): Promise<RedisDatabase> {
  const registry = new Redis(server(which), { db: 0, maxRetriesPerRequest: 2 });
  try {
    const claimant = randomUUID();
    const number = await claim(registry, claimant);
    const url = new URL(server(which));
    url.pathname = `/${String(number)}`;
    await flush(url.toString());
    return { url: url.toString(), drop: () => release(which, number, claimant, url.toString()) };
  } finally {
    registry.disconnect();
  }
}

async function claim(registry: Redis, claimant: string): Promise<number> {
  const [, count = '16'] = (await registry.config('GET', 'databases')) as string[];
  for (let number = 1; number < Number(count); number += 1) {
    if ((await registry.set(keyOf(number), claimant, 'EX', claimSeconds, 'NX')) === 'OK') return number;
  }
  throw new Error(`all ${count} databases of the test Redis are claimed; are other test runs still going?`);
}

async function release(
  which: 'redisJobs' | 'redisCache',
  number: number,
  claimant: string,
  url: string,
): Promise<void> {
  const registry = new Redis(server(which), { db: 0, maxRetriesPerRequest: 2 });
  try {
    if ((await registry.get(keyOf(number))) !== claimant) return;
    await flush(url);
    await registry.del(keyOf(number));
  } finally {
    registry.disconnect();
  }
}

async function flush(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 2 });
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
}

function keyOf(number: number): string {
  return `test-database:${String(number)}`;
}
