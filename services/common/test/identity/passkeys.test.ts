import type { PasskeyDto, PasskeyList } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { PeopleService } from '../../src/people/people.service.js';
import type { Person } from '../../src/people/person.js';
import { Authenticator } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

async function me({ id }: Person, method: 'get' | 'post' | 'put' | 'delete', path = '', body?: object) {
  const token = await aToken({ userId: id, organizationId: newId() });
  const request = common.agent[method](`/api/v1/me/passkeys${path}`).set('authorization', `Bearer ${token}`);
  const { status, body: answer } = await (body ? request.send(body) : request);
  return { status, body: answer as Record<string, unknown> };
}

async function challengeFor(person: Person): Promise<string> {
  const { status, body } = await me(person, 'post', '/begin', { currentPassword: password });
  expect(status).toBe(201);
  return String(body['challenge']);
}

async function aPasskeyOf(person: Person, counter?: number): Promise<Authenticator> {
  const key = new Authenticator(counter);
  const made = await me(person, 'post', '', key.made({ challenge: await challengeFor(person) }));
  expect(made).toMatchObject({ status: 201, body: { name: 'Phone', lastUsedAt: null } });
  return key;
}

async function atTheDoor() {
  const browser = new Browser(common);
  const { uid = '' } = await browser.begin();
  const ask = async (): Promise<string> =>
    String((await browser.step(uid, 'passkey-questions', {})).body['challenge']);
  const answer = (sent: object) => browser.step(uid, 'passkey', sent);
  return { browser, ask, answer };
}

const refused = { status: 401, body: { code: 'passkey-refused' } };

describe('a passkey', () => {
  test('signs its owner in without a word, and is two factors in one', async () => {
    const person = await common.aPerson();
    const key = await aPasskeyOf(person);
    const { browser, ask, answer } = await atTheDoor();
    const { status, body } = await answer(key.used({ challenge: await ask() }));
    expect([status, body['step']]).toEqual([200, 'done']);
    const { code = '' } = await browser.follow(String(body['continueAt']));
    const tokens = (await browser.exchange(code)).body;
    expect(decodeJwt(String(tokens['access_token'])).sub).toBe(person.id);
    const { items } = (await me(person, 'get')).body as unknown as PasskeyList;
    expect(items).toMatchObject([{ name: 'Phone', lastUsedAt: expect.any(String) as unknown }]);
    // The first sign-in of a process makes its keys, which a busy machine takes its time for.
  }, 30_000);

  test('gets another name from its owner, and from nobody else', async () => {
    const [person, other] = [await common.aPerson(), await common.aPerson()];
    await aPasskeyOf(person);
    const [{ id }] = (await me(person, 'get')).body['items'] as [PasskeyDto];
    const named = (who: Person, name: string) => me(who, 'put', `/${id}/name`, { name });
    expect(await named(person, ' Blue phone ')).toMatchObject({
      status: 200,
      body: { id, name: 'Blue phone' },
    });
    expect(await named(other, 'Mine')).toMatchObject({ status: 404 });
    for (const name of ['', '   ', 'x'.repeat(61)]) expect((await named(person, name)).status).toBe(400);
    expect((await me(person, 'get')).body['items']).toMatchObject([{ name: 'Blue phone' }]);
  });

  test('that was removed opens nothing; nobody removes that of another', async () => {
    const [person, other] = [await common.aPerson(), await common.aPerson()];
    const key = await aPasskeyOf(person);
    const [{ id }] = (await me(person, 'get')).body['items'] as [PasskeyDto];
    expect(await me(other, 'delete', `/${id}`)).toMatchObject({ status: 404 });
    expect(await me(person, 'delete', `/${id}`)).toMatchObject({ status: 204 });
    const { ask, answer } = await atTheDoor();
    expect(await answer(key.used({ challenge: await ask() }))).toMatchObject(refused);
  });

  test('of somebody who was deactivated opens nothing', async () => {
    const person = await common.aPerson();
    const key = await aPasskeyOf(person);
    await common.inTransaction((tx) => common.service.get(PeopleService).deactivate(tx, person.id));
    const { ask, answer } = await atTheDoor();
    expect(await answer(key.used({ challenge: await ask() }))).toMatchObject(refused);
  });
});

describe('an answer of a passkey is refused', () => {
  test.each([
    ['was made on another site', { origin: 'https://app.evil.example' }],
    ['is for another site', { rpId: 'evil.example' }],
    ['did not ask its owner for finger, face or PIN', { isVerified: false }],
    ['answers another challenge', { challenge: 'c29tZSBvdGhlciBjaGFsbGVuZ2U' }],
  ])('when it %s', async (_why, wrong) => {
    const key = await aPasskeyOf(await common.aPerson());
    const { ask, answer } = await atTheDoor();
    expect(await answer(key.used({ challenge: await ask(), ...wrong }))).toMatchObject(refused);
    // The same door opens for a right one, so that it was the mistake that was refused.
    expect(await answer(key.used({ challenge: await ask() }))).toMatchObject({ status: 200 });
  });

  test('when it is sent a second time, here or at another door', async () => {
    const key = await aPasskeyOf(await common.aPerson());
    const { ask, answer } = await atTheDoor();
    const once = key.used({ challenge: await ask() });
    expect(await answer(once)).toMatchObject({ status: 200 });
    expect(await answer(once)).toMatchObject(refused);
    const elsewhere = await atTheDoor();
    await elsewhere.ask();
    expect(await elsewhere.answer(once)).toMatchObject(refused);
  });

  test('when nobody asked', async () => {
    const key = await aPasskeyOf(await common.aPerson());
    const { answer } = await atTheDoor();
    expect(await answer(key.used({ challenge: 'bm9ib2R5IGFza2Vk' }))).toMatchObject(refused);
  });

  test('when it counts backwards: the key was copied', async () => {
    const key = await aPasskeyOf(await common.aPerson(), 40);
    key.counter = 20;
    const { ask, answer } = await atTheDoor();
    expect(await answer(key.used({ challenge: await ask() }))).toMatchObject(refused);
  });

  test('when it is signed by another key, or names another person', async () => {
    const [one, other] = [await aPasskeyOf(await common.aPerson()), await aPasskeyOf(await common.aPerson())];
    const { ask, answer } = await atTheDoor();
    const challenge = await ask();
    const { signature } = other.used({ challenge });
    expect(await answer({ ...one.used({ challenge }), signature })).toMatchObject(refused);
    const userHandle = Buffer.alloc(16, 7).toString('base64url');
    const misnamed = { ...one.used({ challenge: await ask() }), userHandle };
    expect(await answer(misnamed)).toMatchObject(refused);
  });
});

describe('a new passkey', () => {
  test('needs the password of whoever is signed in', async () => {
    const person = await common.aPerson();
    expect(await me(person, 'post', '/begin', { currentPassword: 'not the password' })).toMatchObject({
      ...{ status: 403, body: { code: 'password-wrong' } },
    });
  });

  test.each([
    ['on another site', { origin: 'https://app.evil.example' }],
    ['without its owner', { isVerified: false }],
    ['for another challenge', { challenge: 'c29tZSBvdGhlciBjaGFsbGVuZ2U' }],
  ])('that was made %s is none, and its challenge is used up', async (_how, wrong) => {
    const person = await common.aPerson();
    const key = new Authenticator();
    const challenge = await challengeFor(person);
    const notMade = { status: 422, body: { code: 'passkey-not-made' } };
    expect(await me(person, 'post', '', key.made({ challenge, ...wrong }))).toMatchObject(notMade);
    expect(await me(person, 'post', '', key.made({ challenge }))).toMatchObject(notMade);
    expect((await me(person, 'get')).body).toEqual({ items: [] });
  });

  test('is asked for again when it took too long', async () => {
    const person = await common.aPerson();
    const challenge = await challengeFor(person);
    await query(
      common.database.adminUrl,
      'update passkey_challenge set expires_at = now() where person_id = $1',
      [person.id],
    );
    expect(await me(person, 'post', '', new Authenticator().made({ challenge }))).toMatchObject({
      ...{ status: 422, body: { code: 'passkey-not-made' } },
    });
  });

  test('that somebody has already is not another’s', async () => {
    const [person, thief] = [await common.aPerson(), await common.aPerson()];
    const key = await aPasskeyOf(person);
    const again = key.made({ challenge: await challengeFor(thief) });
    expect(await me(thief, 'post', '', again)).toMatchObject({
      status: 409,
      body: { code: 'passkey-known' },
    });
  });

  test('is the twentieth at most', async () => {
    const person = await common.aPerson();
    await query(
      common.database.adminUrl,
      `insert into passkey (id, person_id, credential, public_key, counter, transports, name)
       select gen_random_uuid(), $1, gen_random_uuid()::text, '', 0, '[]', 'Phone' from generate_series(1, 20)`,
      [person.id],
    );
    const made = new Authenticator().made({ challenge: await challengeFor(person) });
    expect(await me(person, 'post', '', made)).toMatchObject({
      status: 409,
      body: { code: 'too-many-passkeys' },
    });
  });
});
