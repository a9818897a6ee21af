import { PostTransaction } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { closeConnections, FaultProxy, freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MessageLayer, publish } from '../src/index.js';
import { contracts } from './support/contracts.js';
import { commonTables, issue, LedgerHandlers, salesTables, transactionFor } from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

let vhost: VirtualHost;
let common: LittleService;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  common = await LittleService.start({
    service: 'common',
    vhost,
    tables: commonTables,
    handlers: [LedgerHandlers],
  });
});

afterAll(async () => {
  await common.stop();
  await vhost.drop();
});

/** Sales with a full outbox and nobody who empties it. */
async function backlogOf(messages: number): Promise<LittleService> {
  const sales = await LittleService.prepare({ service: 'sales', vhost, tables: salesTables });
  for (let sent = 0; sent < messages; sent += 300) {
    await sales.transaction(async (tx) => {
      for (let one = 0; one < 300; one += 1) await publish(tx, PostTransaction, transactionFor(newId()));
    });
  }
  return sales;
}

function relayBeside(sales: LittleService, amqpUrl = vhost.url): MessageLayer {
  const correlation = { current: () => undefined, run: <T>(_: unknown, work: () => T): T => work() };
  const { source } = sales;
  return new MessageLayer({
    service: 'sales',
    source,
    amqpUrl,
    contracts,
    database: sales.database,
    correlation,
  });
}

describe('the relay', () => {
  test('shares a backlog with others: every message is sent once, by one of them', async () => {
    const sales = await backlogOf(600);
    const before = await common.count('entry');
    const relays = [relayBeside(sales), relayBeside(sales), relayBeside(sales)];
    for (const relay of relays) await relay.start();
    await eventually(async () => (await common.count('entry')) >= before + 600);
    expect(await sales.rows('select max(attempts) as tries, count(*)::int as sent from outbox_sent')).toEqual(
      [{ tries: 1, sent: 600 }],
    );
    expect(await common.count('entry')).toBe(before + 600);
    for (const relay of relays) await relay.stop();
    await sales.stop();
  });

  test('keeps a message that no queue takes, says so, and sends it when there is one', async () => {
    const sales = await backlogOf(0);
    const relay = relayBeside(sales);
    await relay.start();
    const stranger = await Stranger.on(vhost);
    const name = 'common.post-transaction.v1';
    await stranger.channel.unbindQueue(`common.${name}`, 'commands', name);
    await issue(sales);
    const isUnroutable = `select from outbox where trouble = 'unroutable'`;
    await eventually(async () => (await sales.rows(isUnroutable)).length === 1);
    await stranger.channel.bindQueue(`common.${name}`, 'commands', name);
    await eventually(async () => (await sales.count('outbox')) === 0);
    await stranger.leave();
    await relay.stop();
    await sales.stop();
  });

  test('goes on after the broker has closed every connection, however often', async () => {
    const sales = await backlogOf(0);
    const before = await common.count('entry');
    const relay = relayBeside(sales);
    await relay.start();
    for (let round = 0; round < 3; round += 1) {
      for (let one = 0; one < 50; one += 1) await issue(sales);
      await closeConnections(vhost);
    }
    await eventually(async () => (await common.count('entry')) === before + 150);
    expect(await sales.count('outbox')).toBe(0);
    await relay.stop();
    await sales.stop();
  });

  test('gives up a connection on which nothing is confirmed any more', async () => {
    const proxy = await FaultProxy.inFrontOf(vhost.url);
    const sales = await backlogOf(0);
    const before = await common.count('entry');
    const relay = relayBeside(sales, proxy.addressFor(vhost.url));
    await relay.start();
    await issue(sales);
    await eventually(async () => (await common.count('entry')) === before + 1);
    proxy.inject({ kind: 'half-open' });
    await issue(sales);
    await eventually(async () => (await common.count('entry')) >= before + 2);
    await eventually(async () => (await sales.count('outbox')) === 0);
    expect(await common.count('entry')).toBe(before + 2);
    await relay.stop();
    await proxy.stop();
    await sales.stop();
  });
});
