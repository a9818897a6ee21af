import { connect } from 'amqplib';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Probe } from '../src/probe.js';
import { freshRedisDatabase } from '../src/redis-database.js';
import { server } from '../src/servers.js';
import { until } from '../src/until.js';
import { closeConnections, freshVirtualHost } from '../src/virtual-host.js';

const cleanups: (() => Promise<unknown>)[] = [];
const later = <T extends { drop(): Promise<unknown> }>(resource: T): T => {
  cleanups.push(() => resource.drop());
  return resource;
};

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const vhosts = async (): Promise<string> => {
  const { origin, username, password } = new URL(server('amqpManagement'));
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return (await fetch(`${origin}/api/vhosts?columns=name`, { headers: { authorization } })).text();
};

describe('a vhost of its own', () => {
  it('carries messages that a probe sees, and none of another vhost', async () => {
    const [ours, theirs] = [later(await freshVirtualHost()), later(await freshVirtualHost())];
    const everything = { exchange: 'events', type: 'topic', routingKey: '#' } as const;
    const [here, there] = [
      await Probe.listen(ours.url, [everything]),
      await Probe.listen(theirs.url, [everything]),
    ];
    const connection = await connect(ours.url, { noDelay: true });
    const channel = await connection.createConfirmChannel();
    channel.publish('events', 'sales.invoice-issued.v1', Buffer.from('{"number":"INV-1"}'), {
      messageId: 'm-1',
    });
    await channel.waitForConfirms();
    const message = await here.find(({ routingKey }) => routingKey === 'sales.invoice-issued.v1');
    expect(message).toMatchObject({ exchange: 'events', payload: { number: 'INV-1' } });
    expect(message.properties.messageId).toBe('m-1');
    expect(there.messages).toEqual([]);
    await Promise.all([here.stop(), there.stop(), connection.close()]);
  });

  it('is gone once dropped', async () => {
    const vhost = await freshVirtualHost();
    expect(await vhosts()).toContain(vhost.name);
    await vhost.drop();
    expect(await vhosts()).not.toContain(vhost.name);
  });

  it('can have its connections cut by the broker', async () => {
    const vhost = later(await freshVirtualHost());
    const connection = await connect(vhost.url, { noDelay: true });
    let isClosed = false;
    connection.on('error', () => undefined).on('close', () => (isClosed = true));
    // The management plugin hears of a new connection with a delay of its own.
    await until(async () => (await closeConnections(vhost)) > 0, { deadlineMs: 15_000 });
    await until(() => isClosed);
  });
});

describe('a Redis database of its own', () => {
  it('is empty, nobody else gets it, and it is empty again for the next', async () => {
    const [ours, theirs] = [
      later(await freshRedisDatabase('redisJobs')),
      later(await freshRedisDatabase('redisJobs')),
    ];
    expect(ours.url).not.toBe(theirs.url);
    const redis = new Redis(ours.url);
    await redis.set('left', 'over');
    await ours.drop();
    expect(await redis.dbsize()).toBe(0);
    redis.disconnect();
  });
});
