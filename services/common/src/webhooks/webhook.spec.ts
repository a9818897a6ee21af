import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { Webhook } from './webhook.js';
import { after, mostTries } from './webhook-delivery.js';
import { newSecret, signatureHeaders } from './webhook-signatures.service.js';

const at = new Date('2026-04-01T10:00:00.000Z');
const in2Hours = new Date('2026-04-01T12:00:00.000Z');

function aWebhook(): Webhook {
  const identity = { organizationId: newId(), id: newId<'Webhook'>(), createdBy: newId(), secret: 'first' };
  return Webhook.create(identity, { url: 'https://a.example', description: '', events: ['b', 'a', 'b'] });
}

describe('a webhook', () => {
  test('names each event once', () => {
    expect(aWebhook().events).toEqual(['a', 'b']);
  });

  test('is signed with both secrets for a while after a rotation', () => {
    const rotated = aWebhook().withSecret('second', { at, overlapHours: 2 });
    expect(aWebhook().secretsAt(at)).toEqual(['first']);
    expect(rotated.secretsAt(at)).toEqual(['second', 'first']);
    expect(rotated.secretsAt(in2Hours)).toEqual(['second']);
  });

  test('that was switched off for failing begins anew when it is switched on', () => {
    const disabled = aWebhook().disabled();
    expect(disabled).toMatchObject({ isActive: false, disabledBecause: 'failures' });
    expect(disabled.patched({ description: 'x' })).toMatchObject({
      isActive: false,
      disabledBecause: 'failures',
    });
    expect(disabled.patched({ isActive: true })).toMatchObject({ isActive: true, disabledBecause: null });
    expect(disabled.disabled()).toBe(disabled);
  });
});

describe('a delivery', () => {
  test('has arrived with any 2xx and with nothing else', () => {
    for (const status of [200, 201, 204, 299]) expect(after(0, { status, at }).state).toBe('delivered');
    for (const status of [null, 199, 300, 301, 400, 404, 410, 500])
      expect(after(0, { status, at }).state).toBe('waiting');
  });

  test('is tried twelve times over three days, with ever longer pauses', () => {
    let progress = { ...after(0, { status: null, at }) };
    const pauses: number[] = [];
    let now = at;
    while (progress.nextTryAt) {
      pauses.push(progress.nextTryAt.getTime() - now.getTime());
      now = progress.nextTryAt;
      progress = after(progress.tries, { status: 500, at: now });
    }
    expect(progress).toEqual({ state: 'failed', tries: mostTries, nextTryAt: null });
    expect(mostTries).toBe(12);
    expect(now.getTime() - at.getTime()).toBe(72 * 3_600_000);
    expect([...pauses].sort((one, other) => one - other)).toEqual(pauses);
  });
});

describe('a signature', () => {
  const signed = { id: 'delivery', timestamp: 1_775_037_600, body: '{"type":"x"}' };

  test('is that of Standard Webhooks over id, time and body', () => {
    const secret = newSecret();
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update('delivery.1775037600.{"type":"x"}').digest('base64');
    expect(signatureHeaders(signed, [secret])).toEqual({
      'webhook-id': 'delivery',
      'webhook-timestamp': '1775037600',
      'webhook-signature': `v1,${expected}`,
    });
  });

  test('is the one of the specification’s own example', () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    };
    const headers = signatureHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  test('is made with each secret', () => {
    const two = signatureHeaders(signed, [newSecret(), newSecret()])['webhook-signature'];
    expect(two).toMatch(/^v1,\S{44} v1,\S{44}$/);
  });
});
