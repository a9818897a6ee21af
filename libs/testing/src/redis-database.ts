import { Redis } from 'ioredis';
import { server } from './servers.js';

export interface RedisDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A claim that is not renewed passes to others soon: its test process was killed. */
const claimSeconds = 45;
const renewalMs = 15_000;

/**
 * A numbered Redis database of its own, empty. Numbers are few and several test processes share one server, so each
 * is claimed by a key in database 0 that has to be renewed.
 */
export async function freshRedisDatabase(which: 'redisJobs' | 'redisCache'): Promise<RedisDatabase> {
  const registry = new Redis(server(which), { db: 0, maxRetriesPerRequest: 2 });
  try {
    const number = await claim(registry);
    const renewal = setInterval(() => void registry.expire(keyOf(number), claimSeconds), renewalMs);
    const url = new URL(server(which));
    url.pathname = `/${String(number)}`;
    await flush(url.href);
    const drop = async (): Promise<void> => {
      if (registry.status === 'end') return;
      clearInterval(renewal);
      await flush(url.href);
      await registry.del(keyOf(number));
      registry.disconnect();
    };
    return { url: url.href, drop };
  } catch (error) {
    registry.disconnect();
    throw error;
  }
}

async function claim(registry: Redis): Promise<number> {
  const [, count = '16'] = (await registry.config('GET', 'databases')) as string[];
  for (let number = 1; number < Number(count); number += 1) {
    if ((await registry.set(keyOf(number), 'claimed', 'EX', claimSeconds, 'NX')) === 'OK') return number;
  }
  throw new Error(`all ${count} databases of the test Redis are in use; are other test runs still going?`);
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
