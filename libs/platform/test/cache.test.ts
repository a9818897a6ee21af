import { newId } from '@dhanman/kernel';
import { FaultProxy, freshRedisDatabase, type RedisDatabase, until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Cache, type CacheKey } from '../src/cache.js';

let database: RedisDatabase;
let proxy: FaultProxy;
let redis: Redis;
let cache: Cache;
const opened: Cache[] = [];

beforeEach(async () => {
  database = await freshRedisDatabase('redisCache');
  proxy = await FaultProxy.inFrontOf(database.url);
  redis = new Redis(database.url);
  cache = await connected(proxy.addressFor(database.url));
});

afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  redis.disconnect();
  await proxy.stop();
  await database.drop();
});

async function connected(url: string): Promise<Cache> {
  const made = Cache.connect(url, 'sales');
  opened.push(made);
  await until(() => made.ping().then(() => true));
  return made;
}

function aKey(changes: Partial<CacheKey> = {}): CacheKey {
  return { organizationId: newId(), entity: 'price-list', id: newId(), version: 1, ...changes };
}

/** A source that counts how often it is asked. */
function aSource<T>(...values: readonly T[]) {
  const source = {
    asked: 0,
    load: async (): Promise<T> => values[Math.min(source.asked++, values.length - 1)] as T,
  };
  return source;
}

async function remembered(): Promise<boolean> {
  return (await redis.dbsize()) === 1;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

describe('a remembered value', () => {
  it('is loaded once and then remembered, under a name that says whose and what it is', async () => {
    const key = aKey();
    const source = aSource({ total: '10.00' });
    expect(await cache.get(key, 60, source.load)).toEqual({ total: '10.00' });
    await until(remembered);
    expect(await cache.get(key, 60, source.load)).toEqual({ total: '10.00' });
    expect(source.asked).toBe(1);
    expect(await redis.keys('*')).toEqual([`${key.organizationId}:sales:price-list:${key.id}:v1`]);
    expect(cache.answers).toEqual({ hit: 1, miss: 1, bypass: 0 });
  });

  it('lives for at most the time it was given, and not all for the same time', async () => {
    const lives = [];
    for (let index = 0; index < 20; index += 1) {
      const key = aKey();
      await cache.get(key, 60, aSource('x').load);
      const name = `${key.organizationId}:sales:price-list:${key.id}:v1`;
      lives.push(await until(async () => (await redis.exists(name)) === 1 && (await redis.pttl(name))));
    }
    expect(Math.max(...lives)).toBeLessThanOrEqual(60_000);
    expect(Math.min(...lives)).toBeGreaterThan(45_000);
    expect(new Set(lives.map((life) => Math.round(life / 100))).size).toBeGreaterThan(5);
  });

  it('looks the same whether it was loaded or remembered', async () => {
    const key = aKey();
    const source = aSource({ on: new Date(0), name: undefined });
    const loaded = await cache.get<unknown>(key, 60, source.load);
    await until(remembered);
    expect(await cache.get<unknown>(key, 60, source.load)).toEqual(loaded);
    expect(loaded).toEqual({ on: '1970-01-01T00:00:00.000Z' });
  });

  it('belongs to one organisation, one version and one id', async () => {
    const key = aKey();
    await cache.get(key, 60, aSource('mine').load);
    await until(remembered);
    const others = [{ organizationId: newId() }, { version: 2 }, { id: newId() }, { entity: 'price' }];
    for (const other of others) {
      expect(await cache.get({ ...key, ...other }, 60, aSource('theirs').load)).toBe('theirs');
    }
  });

  it('cannot be reached by an id that is made up to look like more than an id', async () => {
    const inner = ':sales:price-list:';
    await cache.get(aKey({ organizationId: `a${inner}b`, id: 'c' }), 60, aSource('mine').load);
    await until(remembered);
    const forged = aKey({ organizationId: 'a', id: `b${inner}c` });
    expect(await cache.get(forged, 60, aSource('theirs').load)).toBe('theirs');
  });

  it('is asked of the source once, however many ask at the same time', async () => {
    const key = aKey();
    const gate = Promise.withResolvers<string>();
    let asked = 0;
    const askers = Array.from({ length: 50 }, () => cache.get(key, 60, () => ((asked += 1), gate.promise)));
    await until(() => asked === 1);
    gate.resolve('one');
    expect(new Set(await Promise.all(askers))).toEqual(new Set(['one']));
    expect(asked).toBe(1);
  });

  it('is not remembered when there is none, or when loading failed', async () => {
    const key = aKey();
    const nothing = aSource(undefined, null, 'found');
    expect(await cache.get(key, 60, nothing.load)).toBeUndefined();
    expect(await cache.get(key, 60, nothing.load)).toBeNull();
    await expect(cache.get(key, 60, () => Promise.reject(new Error('source is down')))).rejects.toThrow(
      'source is down',
    );
    expect(await cache.get(key, 60, nothing.load)).toBe('found');
  });
});

describe('a changed value', () => {
  it('is forgotten at once', async () => {
    const key = aKey();
    const source = aSource('old', 'new');
    await cache.get(key, 60, source.load);
    await until(remembered);
    await cache.invalidate(key);
    expect(await cache.get(key, 60, source.load)).toBe('new');
  });

  it('is not brought back by a load that began before the change, here or in another process', async () => {
    const key = aKey();
    const elsewhere = await connected(database.url);
    const slow = [Promise.withResolvers<string>(), Promise.withResolvers<string>()] as const;
    const began = [cache.get(key, 60, () => slow[0].promise), elsewhere.get(key, 60, () => slow[1].promise)];
    await until(() => cache.answers.miss === 1 && elsewhere.answers.miss === 1);
    await cache.invalidate(key);
    for (const load of slow) load.resolve('old');
    expect(await Promise.all(began)).toEqual(['old', 'old']);
    // A round trip on each connection: what was to be written has been.
    await Promise.all([cache.ping(), elsewhere.ping()]);
    expect(await cache.get(key, 60, aSource('new').load)).toBe('new');
    expect(await elsewhere.get(key, 60, aSource('new').load)).toBe('new');
  });

  it('is remembered again a moment later', async () => {
    const key = aKey();
    await cache.invalidate(key);
    const source = aSource('new');
    const isRemembered = async (): Promise<boolean> => {
      const before = source.asked;
      await cache.get(key, 60, source.load);
      return source.asked === before;
    };
    await until(isRemembered, { deadlineMs: 4_000 });
  });
});

describe('without an answer from Redis', () => {
  it('the source is asked at once when connections are refused, and the cache is used again later', async () => {
    const key = aKey();
    proxy.inject({ kind: 'reset' });
    await until(() => proxy.connectionsOpen === 0);
    for (let asked = 0; asked < 20; asked += 1) {
      const { value, ms } = await timed(() => cache.get(key, 60, aSource('from the source').load));
      expect(value).toBe('from the source');
      expect(ms).toBeLessThan(150);
    }
    expect(cache.answers.bypass).toBe(20);
    await cache.invalidate(key);
    proxy.heal();
    await until(() => cache.ping().then(() => true), { deadlineMs: 15_000 });
    await until(async () => {
      await cache.get(key, 60, aSource('x').load);
      return cache.answers.hit > 0;
    });
  });

  it('one request waits a tenth of a second in a black hole, the others not at all', async () => {
    proxy.inject({ kind: 'black-hole' });
    const first = await timed(() => cache.get(aKey(), 60, aSource('a').load));
    expect(first.value).toBe('a');
    expect(first.ms).toBeLessThan(400);
    const rest = await timed(async () => {
      for (let asked = 0; asked < 100; asked += 1) await cache.get(aKey(), 60, aSource('b').load);
    });
    expect(rest.ms).toBeLessThan(300);
  });

  it('a connection whose far side vanished without a word is replaced', async () => {
    const before = proxy.connectionsAccepted;
    proxy.inject({ kind: 'half-open' });
    await until(
      async () => {
        await cache.get(aKey(), 60, aSource('a').load);
        return proxy.connectionsAccepted > before;
      },
      { deadlineMs: 10_000 },
    );
    await until(() => cache.ping().then(() => true));
  });
});

describe('a Redis that takes nothing more, as one that is full', () => {
  it('still answers what it knows, and the source is asked for the rest', async () => {
    const known = aKey();
    await cache.get(known, 60, aSource('known').load);
    await until(remembered);
    const reader = newId();
    await redis.acl('SETUSER', reader, 'on', `>${reader}`, '~*', '+@read', '+@connection', '+info');
    const url = new URL(database.url);
    Object.assign(url, { username: reader, password: reader });
    const full = await connected(url.toString());
    for (let asked = 0; asked < 5; asked += 1) {
      expect(await full.get(aKey(), 60, aSource('loaded').load)).toBe('loaded');
    }
    expect(await full.get(known, 60, aSource('not asked').load)).toBe('known');
    expect(full.answers).toEqual({ hit: 1, miss: 5, bypass: 0 });
    await redis.acl('DELUSER', reader);
  });
});
