import type {
  DeliveryDetails,
  DeliveryPage,
  Problem,
  WebhookDto,
  WebhookWithSecret,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { common } from '../src/main.js';
import { anAsker, type Asker } from './builders.js';
import { type Received, Receiver } from './support/receiver.js';

let started: StartedService;
let receiver: Receiver;

beforeAll(async () => {
  started = await startService(common, { overrides: { WEBHOOK_TARGETS: 'any' } });
  receiver = await Receiver.start();
});

afterAll(async () => {
  await started.stop();
  await receiver.stop();
});

const changed = 'common.company-changed.v1';
const patience = { deadlineMs: 30_000 };

async function aWebhook(owner: Asker, path = `/${newId()}`): Promise<WebhookWithSecret> {
  const details = { url: receiver.url + path, events: [changed], description: 'Shop' };
  return (await owner.post('/api/v1/webhooks', details).expect(201)).body as WebhookWithSecret;
}

const pathOf = ({ url }: WebhookDto): string => new URL(url).pathname;

/** Something happens that the webhook asked for. A company that is made here, so that Common has told of it before. */
async function happens(owner: Asker): Promise<void> {
  const { body } = await owner.post('/api/v1/companies', { name: 'Asha Traders' }).expect(201);
  const { id, version } = body as { id: string; version: number };
  await owner.patch(`/api/v1/companies/${id}`, version, { name: 'Asha & Sons' }).expect(200);
}

async function deliveriesOf(owner: Asker, { id }: WebhookDto): Promise<DeliveryPage['items']> {
  return ((await owner.get(`/api/v1/webhooks/${id}/deliveries`).expect(200)).body as DeliveryPage).items;
}

async function logOf(owner: Asker, { id }: WebhookDto, deliveryId: string): Promise<DeliveryDetails> {
  return (await owner.get(`/api/v1/webhooks/${id}/deliveries/${deliveryId}`).expect(200))
    .body as DeliveryDetails;
}

/** The clock reaches the time of the next try. */
async function nextTry(deliveryId: string): Promise<void> {
  await query(
    started.database.adminUrl,
    `update schedule set next_due_at = next_due_at - interval '1 day' where subject = $1`,
    [deliveryId],
  );
}

describe('an event that somebody asked for', () => {
  test('arrives once, signed, and says what happened', async () => {
    const owner = await anAsker(started);
    const webhook = await aWebhook(owner);
    await happens(owner);
    const [request] = await receiver.requests(pathOf(webhook), 1);
    expect(request!.body).toEqual({
      type: changed,
      timestamp: expect.any(String),
      organizationId: owner.organizationId,
      companyId: expect.any(String),
      data: expect.objectContaining({ name: 'Asha & Sons', revision: 2 }),
    });
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = request!.headers;
    const key = Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(`${String(id)}.${String(timestamp)}.${request!.text}`);
    expect(signature).toBe(`v1,${expected.digest('base64')}`);
    const log = await until(async () => {
      const one = await logOf(owner, webhook, String(id));
      return one.state === 'delivered' && one;
    }, patience);
    expect(log).toMatchObject({
      tries: 1,
      nextTryAt: null,
      attempts: [{ status: 200, response: 'thank you' }],
    });
    expect(receiver.count(pathOf(webhook))).toBe(1);
  });

  test('does not go to others, nor to who asked for other events, nor once more when it is said again', async () => {
    const [owner, stranger] = [await anAsker(started), await anAsker(started)];
    const webhook = await aWebhook(owner);
    const foreign = await aWebhook(stranger);
    const other = await owner.post('/api/v1/webhooks', {
      ...{ url: `${receiver.url}/other`, events: ['common.membership-granted.v1'] },
    });
    expect(other.status).toBe(201);
    await happens(owner);
    await receiver.requests(pathOf(webhook), 1);
    await owner.post('/api/v1/directory/restate').expect(200);
    await happens(owner);
    await receiver.requests(pathOf(webhook), 2);
    expect((await deliveriesOf(owner, webhook)).map(({ type }) => type)).toEqual([changed, changed]);
    expect(await deliveriesOf(stranger, foreign)).toEqual([]);
    expect(receiver.count('/other')).toBe(0);
  });

  test('that is refused is tried again under the same id until it arrives', async () => {
    const owner = await anAsker(started);
    const webhook = await aWebhook(owner);
    receiver.answer(pathOf(webhook), 500, 'not now');
    await happens(owner);
    const [first] = await receiver.requests(pathOf(webhook), 1);
    const id = String(first!.headers['webhook-id']);
    const waiting = await until(async () => {
      const one = await logOf(owner, webhook, id);
      return one.tries === 1 && one;
    }, patience);
    expect(waiting).toMatchObject({
      state: 'waiting',
      attempts: [{ status: 500, response: 'not now', error: null }],
    });
    expect(Date.parse(waiting.nextTryAt!) - Date.parse(waiting.attempts[0]!.at)).toBe(60_000);
    receiver.answer(pathOf(webhook), 204, '');
    await nextTry(id);
    const [, second] = await receiver.requests(pathOf(webhook), 2);
    expect(second!.headers['webhook-id']).toBe(id);
    expect(second!.text).toBe(first!.text);
    await until(async () => (await logOf(owner, webhook, id)).state === 'delivered', patience);
  });

  test('is not followed to where a redirect leads, and of a long answer only the beginning is kept', async () => {
    const owner = await anAsker(started);
    const webhook = await aWebhook(owner);
    receiver.answer(pathOf(webhook), 302, 'x'.repeat(500_000), { location: `${receiver.url}/elsewhere` });
    await happens(owner);
    const [request] = await receiver.requests(pathOf(webhook), 1);
    const tried = await until(async () => {
      const one = await logOf(owner, webhook, String(request!.headers['webhook-id']));
      return one.tries === 1 && one;
    }, patience);
    expect(tried).toMatchObject({ state: 'waiting', attempts: [{ status: 302 }] });
    expect(tried.attempts[0]!.response).toHaveLength(1_000);
    expect(receiver.count('/elsewhere')).toBe(0);
  });

  test('whose twelfth try fails switches the webhook off, which its maker is told; it can be sent by hand', async () => {
    const owner = await anAsker(started);
    await query(
      started.database.adminUrl,
      `update person set status = 'active', email_verified_at = now() where id = $1`,
      [owner.personId],
    );
    const webhook = await aWebhook(owner);
    receiver.answer(pathOf(webhook), 410, 'gone');
    await happens(owner);
    const [request] = await receiver.requests(pathOf(webhook), 1);
    const id = String(request!.headers['webhook-id']);
    await until(async () => (await logOf(owner, webhook, id)).tries === 1, patience);
    await query(started.database.adminUrl, 'update webhook_delivery set tries = 11 where id = $1', [id]);
    await nextTry(id);
    await until(async () => (await logOf(owner, webhook, id)).state === 'failed', patience);
    const off = (await owner.get(`/api/v1/webhooks/${webhook.id}`).expect(200)).body as WebhookDto;
    expect(off).toMatchObject({ isActive: false, disabledBecause: 'failures' });
    const mail = await until(async () => {
      const mails = (await started.agent.get('/dev/mail').query({ to: `${owner.personId}@example.com` }))
        .body;
      return (mails as { subject: string; text: string }[])[0];
    }, patience);
    expect(mail).toMatchObject({
      subject: 'A webhook was switched off',
      text: expect.stringContaining(webhook.url),
    });
    const again = `/api/v1/webhooks/${webhook.id}/deliveries/${id}/redeliver`;
    expect(await owner.post(again)).toMatchObject({ status: 409, body: { code: 'webhook-switched-off' } });
    await owner.patch(`/api/v1/webhooks/${webhook.id}`, off.version, { isActive: true }).expect(200);
    receiver.answer(pathOf(webhook), 200, 'thank you');
    await owner.post(again).expect(200);
    await until(async () => (await logOf(owner, webhook, id)).state === 'delivered', patience);
    const ids = (await receiver.requests(pathOf(webhook), 3)).map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([id, id, id]);
  });
});

test('a slow receiver holds up no other, and gets everything in the end', async () => {
  const owner = await anAsker(started);
  const [slow, quick] = [await aWebhook(owner), await aWebhook(owner)];
  receiver.hold(pathOf(slow));
  const trial = async ({ id }: WebhookDto): Promise<string> =>
    ((await owner.post(`/api/v1/webhooks/${id}/test`).expect(201)).body as { id: string }).id;
  // More than there are workers for what goes out.
  const sent = await Promise.all(Array.from({ length: 40 }, async () => trial(slow)));
  await receiver.requests(pathOf(slow), 2);
  const quickOnes = await Promise.all(Array.from({ length: 20 }, async () => trial(quick)));
  expect(idsOf(await receiver.requests(pathOf(quick), 20))).toEqual(new Set(quickOnes));
  expect(receiver.mostHeld(pathOf(slow))).toBe(2);
  receiver.letGo(pathOf(slow));
  const arrived = async (): Promise<Set<string>> => idsOf(await receiver.requests(pathOf(slow), 40));
  await until(async () => (await arrived()).size === 40, { deadlineMs: 60_000 });
  expect(await arrived()).toEqual(new Set(sent));
}, 150_000);

test('places that dead processes held are free after a while, and who stood in line for them is sent', async () => {
  const owner = await anAsker(started);
  const webhook = await aWebhook(owner);
  const { adminUrl } = started.database;
  const held = [owner.organizationId, newId(), webhook.id, newId()];
  const hold = `insert into webhook_delivery
    (organization_id, id, webhook_id, event_id, type, body, state, created_at, sending_until)
    values ($1, $2, $3, $4, 'dhanman.test', '{}', 'waiting', now(), now() + interval '1 hour')`;
  await query(adminUrl, hold, held);
  await query(adminUrl, hold, [held[0], newId(), held[2], newId()]);
  const { body } = await owner.post(`/api/v1/webhooks/${webhook.id}/test`).expect(201);
  const { id } = body as { id: string };
  const inLine = 'select from webhook_delivery where id = $1 and in_line_since is not null';
  await until(async () => (await query(adminUrl, inLine, [id])).length === 1, patience);
  expect(receiver.count(pathOf(webhook))).toBe(0);
  await query(adminUrl, 'update webhook_delivery set sending_until = now() where webhook_id = $1', [
    webhook.id,
  ]);
  await nextTry(id);
  expect(idsOf(await receiver.requests(pathOf(webhook), 1))).toEqual(new Set([id]));
  await until(async () => (await logOf(owner, webhook, id)).state === 'delivered', patience);
});

function idsOf(requests: readonly Received[]): Set<string> {
  return new Set(requests.map(({ headers }) => String(headers['webhook-id'])));
}

describe('a webhook', () => {
  test('is signed with both secrets after a rotation; neither stands anywhere in the clear', async () => {
    const owner = await anAsker(started);
    const webhook = await aWebhook(owner);
    const rotation = await owner.post(`/api/v1/webhooks/${webhook.id}/rotate-secret`, { overlapHours: 1 });
    const { secret } = rotation.body as WebhookWithSecret;
    expect(secret).not.toBe(webhook.secret);
    await owner.post(`/api/v1/webhooks/${webhook.id}/test`).expect(201);
    const [request] = await receiver.requests(pathOf(webhook), 1);
    const { 'webhook-id': id, 'webhook-timestamp': timestamp } = request!.headers;
    const signed = [secret, webhook.secret].map((text) => {
      const key = Buffer.from(text.slice('whsec_'.length), 'base64');
      const hmac = createHmac('sha256', key).update(`${String(id)}.${String(timestamp)}.${request!.text}`);
      return `v1,${hmac.digest('base64')}`;
    });
    expect(request!.headers['webhook-signature']).toBe(signed.join(' '));
    for (const table of ['webhook', 'audit', 'idempotency_key', 'job']) {
      const rows = JSON.stringify(await query(started.database.adminUrl, `select * from ${table}`));
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(webhook.secret);
    }
  });

  test('tells no more than who makes it may see', async () => {
    const owner = await anAsker(started);
    const { body: role } = await owner.post('/api/v1/roles', {
      name: 'Hooks',
      patterns: ['dhanman.common.webhook.*'],
    });
    const { organizationId, companyId } = owner;
    const grants = [{ role: (role as { id: string }).id }];
    const clerk = await anAsker(started, { organizationId, companyIds: [companyId], grants });
    const refused = await clerk.post('/api/v1/webhooks', { url: `${receiver.url}/x`, events: [changed] });
    expect(refused).toMatchObject({ status: 403, body: { code: 'event-not-allowed' } });
  });

  test('that was removed is gone, and hears nothing more', async () => {
    const owner = await anAsker(started);
    const webhook = await aWebhook(owner);
    await owner.remove(`/api/v1/webhooks/${webhook.id}`).expect(204);
    const { body } = await owner.get(`/api/v1/webhooks/${webhook.id}`).expect(200);
    expect(body).toMatchObject({ isRemoved: true, isActive: false });
    await owner.post(`/api/v1/webhooks/${webhook.id}/test`).expect(404);
    const listed = (await owner.get('/api/v1/webhooks').expect(200)).body as { items: object[] };
    expect(listed.items).toEqual([]);
    const present = await aWebhook(owner);
    await happens(owner);
    await receiver.requests(pathOf(present), 1);
    expect(receiver.count(pathOf(webhook))).toBe(0);
  });
});

test('where only the internet may be reached, addresses inside are refused when they are written down', async () => {
  const strict = await startService(common);
  const owner = await anAsker(strict);
  const said = async (url: string): Promise<string> => {
    const { status, body } = await owner.post('/api/v1/webhooks', { url, events: [changed] });
    return status === 201 ? 'taken' : (body as Problem).detail;
  };
  for (const host of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '0x7f.1',
    '2130706433',
  ])
    expect(await said(`https://${host}/x`)).toContain('private network');
  expect(await said('https://localhost/x')).toContain('private network');
  expect(await said('http://1.1.1.1/x')).toContain('https://');
  expect(await said('https://a:b@1.1.1.1/x')).toContain('password');
  expect(await said('https://no-such-name.invalid/x')).toContain('is it spelt right');
  expect(await said('https://1.1.1.1/x')).toBe('taken');
  await strict.stop();
});
