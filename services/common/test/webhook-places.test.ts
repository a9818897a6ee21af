// Two instances of Common share the work: what they hold of one organization together stays within its places.
import type { WebhookDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { anAsker, type Asker } from './builders.js';
import { Receiver } from './support/receiver.js';

let started: StartedService;
let receiver: Receiver;

beforeAll(async () => {
  started = await startService(common, { overrides: { WEBHOOK_TARGETS: 'any' } });
  await started.another();
  receiver = await Receiver.start();
});

afterAll(async () => {
  await started.stop();
  await receiver.stop();
});

interface Customer {
  readonly owner: Asker;
  readonly folder: string;
  readonly webhooks: readonly WebhookDto[];
}

const pathOf = ({ url }: WebhookDto): string => new URL(url).pathname;

async function aCustomer(webhookCount: number): Promise<Customer> {
  const owner = await anAsker(started);
  const folder = `/${newId()}`;
  const webhooks: WebhookDto[] = [];
  for (let number = 1; number <= webhookCount; number += 1) {
    const url = `${receiver.url}${folder}/${String(number)}`;
    const details = { url, events: ['common.company-changed.v1'], description: 'Shop' };
    webhooks.push((await owner.post('/api/v1/webhooks', details).expect(201)).body as WebhookDto);
  }
  return { owner, folder, webhooks };
}

async function send({ owner, webhooks }: Customer, times: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let time = 0; time < times; time += 1)
    for (const { id } of webhooks)
      ids.push(((await owner.post(`/api/v1/webhooks/${id}/test`).expect(201)).body as { id: string }).id);
  return ids;
}

/** Of each delivery how often it was sent, by what the sender wrote down. */
async function triesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sql = `
    select id, (select count(*)::integer from webhook_attempt where delivery_id = delivery.id) as tries
    from webhook_delivery delivery where id = any($1) and state = 'delivered'`;
  const rows = await query<{ id: string; tries: number }>(started.database.adminUrl, sql, [ids]);
  return new Map(rows.map(({ id, tries }) => [id, tries]));
}

function receivedOf(customers: readonly Customer[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { webhooks } of customers)
    for (const webhook of webhooks)
      for (const { headers } of receiver.at(pathOf(webhook))) {
        const id = String(headers['webhook-id']);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
  return counts;
}

test('silent receivers of four organizations hold six places each, more than one instance has, and no delivery is sent twice', async () => {
  const silent = [await aCustomer(4), await aCustomer(4), await aCustomer(4), await aCustomer(4)];
  const quick = await aCustomer(1);
  for (const { webhooks } of silent) for (const webhook of webhooks) receiver.hold(pathOf(webhook));
  const sent = (await Promise.all(silent.map((customer) => send(customer, 4)))).flat();
  const sizes = (): readonly number[] => silent.map(({ folder }) => receiver.mostHeldBelow(folder));
  await until(() => sizes().every((size) => size >= 6), { deadlineMs: 60_000, what: 'all places are taken' });
  const served = await send(quick, 10);
  await until(() => receiver.count(pathOf(quick.webhooks[0]!)) >= 10, {
    ...{ deadlineMs: 60_000, what: 'the others are served' },
  });
  for (const { webhooks } of silent) for (const webhook of webhooks) receiver.letGo(pathOf(webhook));

  const all = [...sent, ...served];
  await until(async () => (await triesOf(all)).size === all.length, {
    deadlineMs: 120_000,
    what: 'all arrive',
  });
  expect(sizes()).toEqual([6, 6, 6, 6]);
  for (const { webhooks } of silent)
    for (const webhook of webhooks) expect(receiver.mostHeld(pathOf(webhook))).toBeLessThanOrEqual(2);
  expect(receivedOf([...silent, quick])).toEqual(new Map(await triesOf(all)));
}, 240_000);
