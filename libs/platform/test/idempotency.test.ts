import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Housekeeping } from '../src/database/housekeeping.js';
import { Attempt } from '../src/idempotency/attempt.js';
import { Database, Logger } from '../src/index.js';
import { notes } from './support/notes.js';

let started: StartedService;
const [organizationId, companyId] = [newId(), newId()];
const path = `/api/v1/companies/${companyId}/notes`;

beforeAll(async () => {
  started = await startService(notes);
});

afterAll(async () => {
  await started.stop();
});

interface Sending {
  readonly key?: string;
  readonly text: string;
  readonly userId?: string;
  readonly address?: string;
}

const me = newId();

async function send({ key, text, userId = me, address = path }: Sending) {
  const token = await aToken({ organizationId, companies: [companyId], permissions, userId });
  const request = started.agent.post(address).set('authorization', `Bearer ${token}`).send({ text });
  const { status, body, headers } = await (key === undefined ? request : request.set('idempotency-key', key));
  return { status, body: body as { id?: string; code?: string }, headers };
}

const notesNamed = async (text: string): Promise<number> =>
  (await query(started.database.adminUrl, 'select from note where text = $1', [text])).length;
const remembered = async (key: string): Promise<number> =>
  (await query(started.database.adminUrl, 'select from idempotency_key where key = $1', [key])).length;

describe('a request with an idempotency key', () => {
  test('sent again is answered as the first time, and says so', async () => {
    const [key, text] = [newId(), `text ${newId()}`];
    const [first, second] = [await send({ key, text }), await send({ key, text })];
    expect(second.body).toEqual(first.body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true', etag: '"1"' });
    expect(await notesNamed(text)).toBe(1);
  });

  test('is refused when the key was used for something else', async () => {
    const key = newId();
    await send({ key, text: `text ${newId()}` });
    const other = await send({ key, text: `other ${newId()}` });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const elsewhere = await send({ key, text: `text ${newId()}`, address: `${path}?x` });
    expect(elsewhere.status).toBe(422);
  });

  test('is another one when another person sends it', async () => {
    const key = newId();
    const answers = [
      await send({ key, text: `mine ${newId()}` }),
      await send({ key, text: `theirs ${newId()}`, userId: newId() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  test('that was not correct leaves the key free for the corrected one', async () => {
    const [key, text] = [newId(), `text ${newId()}`];
    expect((await send({ key, text: '' })).status).toBe(400);
    await send({ text });
    // The text is taken: a broken rule of the business, thrown inside the transaction.
    expect((await send({ key, text })).status).toBeGreaterThanOrEqual(400);
    expect(await remembered(key)).toBe(0);
    expect((await send({ key, text: `corrected ${newId()}` })).status).toBe(201);
  });

  test.each(['', ' ', 'a b', 'ü', 'x'.repeat(256)])('is refused with %j as its key', async (key) => {
    const answer = await send({ key: encodeKey(key), text: `text ${newId()}` });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency-key-invalid' } });
  });

  test('without a key is done each time', async () => {
    const [first, second] = [
      await send({ text: `text ${newId()}` }),
      await send({ text: `text ${newId()}` }),
    ];
    expect(first.body.id).not.toBe(second.body.id);
  });
});

/** The client library refuses letters that HTTP does not know, so that they arrive as Latin-1. */
function encodeKey(key: string): string {
  return Buffer.from(key).toString('latin1');
}

describe('a request of several transactions that broke between them', () => {
  test('goes on where it broke when it is sent again', async () => {
    const db = started.service.get(Database);
    const name = { person: me, route: '/r', key: newId(), fingerprint: Buffer.from('f') };
    const done: string[] = [];
    const handle = async (breaks: boolean): Promise<readonly unknown[]> => {
      const scope = { organizationId, attempt: new Attempt(name) };
      const step = (what: string) => async (): Promise<string> => {
        done.push(what);
        return Promise.resolve(`${what} ${done.length}`);
      };
      const reserved = await db.transaction(scope, step('reserve'));
      if (breaks) throw new Error('the power went');
      return [reserved, await db.transaction(scope, step('pay'))];
    };
    await expect(handle(true)).rejects.toThrow('the power went');
    expect(await handle(false)).toEqual(['reserve 1', 'pay 2']);
    expect(await handle(false)).toEqual(['reserve 1', 'pay 2']);
  });

  test('while it is at work answers 409 to its double, and does not keep it waiting', async () => {
    const db = started.service.get(Database);
    const name = { person: me, route: '/r', key: newId(), fingerprint: Buffer.from('f') };
    const scope = () => ({ organizationId, attempt: new Attempt(name) });
    let finish: (() => void) | undefined;
    const first = db.transaction(scope(), async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      return 'done';
    });
    await until(() => finish !== undefined);
    const double = db.transaction(scope(), () => Promise.resolve('done twice'));
    await expect(double).rejects.toMatchObject({ kind: 'conflict', code: 'request-in-flight' });
    finish?.();
    expect(await first).toBe('done');
    expect(await db.transaction(scope(), () => Promise.resolve('done twice'))).toBe('done');
  });
});

describe('keys', () => {
  test('older than seven days are swept away, younger ones of whatever tenant are not', async () => {
    const [old, young] = [newId(), newId()];
    for (const key of [old, young]) await send({ key, text: `text ${key}` });
    const aged = `update idempotency_key set created_at = now() - interval '169 hours' where key = $1`;
    await query(started.database.adminUrl, aged, [old]);
    await new Housekeeping(started.service.get(Database), started.service.get(Logger)).sweep();
    expect([await remembered(old), await remembered(young)]).toEqual([0, 1]);
  });

  test('are seen by no other organization', async () => {
    await send({ key: newId(), text: `text ${newId()}` });
    expect(await query(started.database.appUrl, 'select from idempotency_key')).toEqual([]);
  });
});
