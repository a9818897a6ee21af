import { newId } from '@dhanman/kernel';
import { freshVirtualHost, server, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  commonTables,
  issue,
  LedgerHandlers,
  salesTables,
  SalesHandlers,
  transactionFor,
} from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

let vhost: VirtualHost;
let environment: string;
let sales: LittleService;
let common: LittleService;

/** A broker user of one service, with the rights that the local runner and the servers give it. */
async function asService(service: string): Promise<VirtualHost> {
  const user = `${environment}-${service}`;
  const rights = `^(${service}\\..+|commands|events|replies)$`;
  await manage('PUT', `users/${user}`, { password: 'secret', tags: '' });
  await manage('PUT', `permissions/${vhost.name}/${user}`, {
    configure: rights,
    write: rights,
    read: rights,
  });
  const url = new URL(vhost.url);
  [url.username, url.password] = [user, 'secret'];
  return { ...vhost, url: url.href };
}

async function manage(method: string, path: string, body?: object): Promise<void> {
  const { username, password, origin } = new URL(server('amqpManagement'));
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  const headers = { authorization: `Basic ${login}`, 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
}

beforeAll(async () => {
  vhost = await freshVirtualHost();
  environment = vhost.name.slice(-12);
  common = await LittleService.start({
    ...{
      service: 'common',
      vhost: await asService('common'),
      tables: commonTables,
      handlers: [LedgerHandlers],
    },
  });
  sales = await LittleService.start({
    ...{ service: 'sales', vhost: await asService('sales'), tables: salesTables, handlers: [SalesHandlers] },
  });
});

afterAll(async () => {
  await sales.stop();
  await common.stop();
  for (const service of ['common', 'sales', 'payroll'])
    await manage('DELETE', `users/${environment}-${service}`);
  await vhost.drop();
});

test('services with the rights of their own broker users understand each other, retries included', async () => {
  let failures = 1;
  const document = await issue(sales, {
    sabotage: async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('not yet');
    },
  });
  await eventually(
    async () => (await sales.rows('select from answer where document = $1', [document])).length === 1,
  );
});

test('a service cannot speak in the name of another', async () => {
  const payroll = await Stranger.on(await asService('payroll'));
  const document = newId();
  await payroll.send('commands', 'common.post-transaction.v1', transactionFor(document), { appId: 'sales' });
  const [letter] = await eventually(async () => {
    const letters = await common.rows<{ reason: string }>('select reason from dead_letter');
    return letters.length > 0 && letters;
  });
  expect(letter!.reason).toContain('in the name of sales');
  expect(await common.rows('select from entry where document = $1', [document])).toEqual([]);
  await payroll.leave();
});

test('a service cannot claim to be the user of another, nor reach the queues of another', async () => {
  const document = newId();
  for (const [exchange, userId] of [
    ['commands', `${environment}-sales`],
    ['common.redeliver', `${environment}-payroll`],
    ['', `${environment}-payroll`],
  ] as const) {
    const payroll = await Stranger.on(await asService('payroll'));
    payroll.channel.on('error', () => undefined);
    const key = exchange === 'commands' ? 'common.post-transaction.v1' : 'common.common.post-transaction.v1';
    await expect(payroll.send(exchange, key, transactionFor(document), { userId })).rejects.toThrow();
    await payroll.leave();
  }
  expect(await common.rows('select from entry where document = $1', [document])).toEqual([]);
});
