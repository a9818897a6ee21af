import { newId } from '@dhanman/kernel';
import { FaultProxy, freshRedisDatabase, type RedisDatabase, until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { type Change, ChangeFeed } from '../src/changes/change-feed.js';
import { ChangeLine } from '../src/changes/change-line.js';
import { OptionalRedis } from '../src/optional-redis.js';
import { redisClient } from '../src/redis.js';

const [organizationId, companyId] = [newId(), newId()];
const patienceMs = 250;

let database: RedisDatabase;
let proxy: FaultProxy;
let service: string;
let running: { stop(): void }[];

beforeEach(async () => {
  database = await freshRedisDatabase('redisCache');
  proxy = await FaultProxy.inFrontOf(database.url);
  // What is published is heard in every database of a server, so that each test speaks under a name of its own.
  [service, running] = [newId(), []];
});

afterEach(async () => {
  for (const one of running) one.stop();
  await proxy.stop();
  await database.drop();
});

/** An instance of a service: what it hears, and how it tells what it did. */
async function anInstance(sendingUrl: string, listeningUrl = sendingUrl) {
  const feed = new ChangeFeed({ note: 'dhanman.sales.invoice.read' });
  const client: Redis = redisClient(sendingUrl, { name: service, patienceMs });
  const line = new ChangeLine(feed, new OptionalRedis(client), { service, url: listeningUrl });
  const heard: string[] = [];
  const leave = feed.listen({
    ...{ organizationId, companyId },
    changed: (changes: readonly Change[]) => heard.push(...changes.map(({ id }) => id)),
    missed: () => heard.push('missed'),
  });
  running.push({
    stop: () => {
      leave();
      line.stop();
      client.disconnect();
    },
  });
  line.start();
  // It has subscribed once it says that it may have missed what was before.
  await until(() => heard.includes('missed') && client.status === 'ready');
  heard.length = 0;
  const does = (): string => {
    const id = newId();
    feed.note({ organizationId, companyId, entity: 'note', id, version: 1 });
    return id;
  };
  return { heard, does };
}

const direct = () => database.url;
const throughProxy = () => proxy.addressFor(database.url);

describe('a line between two instances that was cut', () => {
  it('is mended by itself: what was missed is said, and what comes after it is heard', async () => {
    const [here, there] = [await anInstance(direct()), await anInstance(throughProxy())];
    const before = here.does();
    await until(() => there.heard.includes(before));
    proxy.inject({ kind: 'reset' });
    const lost = here.does();
    await until(() => here.heard.includes(lost));
    proxy.heal();
    await until(() => there.heard.includes('missed'), { deadlineMs: 15_000 });
    const after = here.does();
    await until(() => there.heard.includes(after));
    expect(there.heard).toEqual([before, 'missed', after]);
  }, 30_000);

  it('is found out where its far side vanished without a word', async () => {
    const [here, there] = [await anInstance(direct()), await anInstance(throughProxy())];
    proxy.inject({ kind: 'half-open' });
    const lost = here.does();
    await until(() => there.heard.includes('missed'), { deadlineMs: 30_000 });
    const after = here.does();
    await until(() => there.heard.includes(after));
    expect(there.heard).not.toContain(lost);
  }, 60_000);

  it('loses nothing unsaid where only the one who tells was cut off', async () => {
    const here = await anInstance(throughProxy(), direct());
    const there = await anInstance(direct());
    proxy.inject({ kind: 'reset' });
    const lost = here.does();
    await until(() => here.heard.includes(lost));
    expect(there.heard).toEqual([]);
    proxy.heal();
    await until(() => there.heard.includes('missed'), { deadlineMs: 30_000 });
    expect(there.heard).not.toContain(lost);
  }, 60_000);
});
