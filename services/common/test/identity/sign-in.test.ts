import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, systemClock } from '@dhanman/kernel';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { generate } from 'otplib';
import { PasswordsService } from '../../src/identity/passwords.service.js';
import { SecondFactorsService } from '../../src/identity/second-factors.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { Browser } from '../support/browser.js';
import { hashingProcessOf, workOf } from '../support/hashing-process.js';
import { issuer, type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

/** Attempts of all tests come from one address; each test begins with a clean sheet of its network. */
const forgetAttempts = (): Promise<object[]> =>
  query(common.database.adminUrl, 'delete from sign_in_attempts');

async function atTheDoor(): Promise<{ browser: Browser; uid: string }> {
  const browser = new Browser(common);
  const { uid } = await browser.begin();
  return { browser, uid: uid! };
}

describe('signing in', () => {
  test('ends with a short token that says who, in which session, and nothing about roles', async () => {
    const person = await common.aPerson();
    const tokens = await new Browser(common).signIn(person.email);
    expect(tokens.expires_in).toBe(600);
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const { iat, exp, jti, sid, ...claims } = decodeJwt(tokens.access_token);
    expect(claims).toEqual({
      ...{ iss: issuer, sub: person.id, aud: 'dhanman-test', client_id: 'web', scope: 'api' },
    });
    expect(exp! - iat!).toBe(600);
    expect(typeof jti).toBe('string');
    expect(typeof sid).toBe('string');
  });

  test('takes the address in any capitals and with spaces around it', async () => {
    const { email } = await common.aPerson();
    const { browser, uid } = await atTheDoor();
    const answer = await browser.step(uid, 'password', { email: email.toUpperCase(), password });
    expect(answer).toMatchObject({ status: 200, body: { step: 'done' } });
  });

  test('a second time in the same browser needs no password', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    await browser.signIn(email);
    const { code } = await browser.begin({ prompt: 'none' });
    expect(await browser.exchange(code!)).toMatchObject({ status: 200 });
  });

  test('without having signed in is no error page but an answer for the app', async () => {
    expect(await new Browser(common).begin({ prompt: 'none' })).toEqual({ error: 'login_required' });
  });

  test('works for the browser in which it began only: a link to it leads nobody into the account of another', async () => {
    const { email } = await common.aPerson();
    const { uid } = await atTheDoor();
    const victim = await atTheDoor();
    const answer = await victim.browser.step(uid, 'password', { email, password });
    expect(answer).toMatchObject({ status: 409, body: { code: 'sign-in-expired' } });
  });

  test('is refused to a page of another site', async () => {
    const { email } = await common.aPerson();
    const { browser, uid } = await atTheDoor();
    const answer = await browser.step(uid, 'password', { email, password }, 'https://evil.example');
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-page' } });
  });

  test('as somebody else ends the session that was there', async () => {
    const [asha, meera] = [await common.aPerson(), await common.aPerson({ name: 'Meera' })];
    const browser = new Browser(common);
    const before = await browser.signIn(asha.email);
    const { uid } = await browser.begin({ prompt: 'login' });
    const { body } = await browser.step(uid!, 'password', { email: meera.email, password });
    const { code } = await browser.follow(String(body['continueAt']));
    const tokens = (await browser.exchange(code!)).body;
    expect(decodeJwt(String(tokens['access_token'])).sub).toBe(meera.id);
    expect(await browser.refresh(before.refresh_token)).toMatchObject({ status: 400 });
  });

  test('before the address is proven is refused, but only to somebody who knows the password', async () => {
    const email = `${newId()}@example.com`;
    const hash = await common.service.get(PasswordsService).hash(password, { email, name: 'Asha' });
    const people = common.service.get(PeopleService);
    await common.inTransaction((tx) => people.register(tx, { email, name: 'Asha', password: hash }));
    const { browser, uid } = await atTheDoor();
    expect(await browser.step(uid, 'password', { email, password: 'something else' })).toMatchObject({
      ...{ status: 401, body: { code: 'sign-in-refused' } },
    });
    expect(await browser.step(uid, 'password', { email, password })).toMatchObject({
      ...{ status: 403, body: { code: 'address-not-verified' } },
    });
  });
});

describe('nobody learns who has an account:', () => {
  test('a wrong password, an unknown address and a deactivated person get the same answer', async () => {
    await forgetAttempts();
    const [known, gone] = [await common.aPerson(), await common.aPerson()];
    await common.inTransaction((tx) => common.service.get(PeopleService).deactivate(tx, gone.id));
    const { browser, uid } = await atTheDoor();
    const answers = [];
    for (const [email, tried] of [
      [known.email, 'not the password'],
      [`${newId()}@example.com`, password],
      [gone.email, password],
    ] as const) {
      const { status, body } = await browser.step(uid, 'password', { email, password: tried });
      answers.push({ status, body: { ...body, traceId: '' } });
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
  });

  test('an unknown address costs as much work as a known one', async () => {
    await forgetAttempts();
    const { email } = await common.aPerson();
    const { browser, uid } = await atTheDoor();
    // Of the processor alone: a machine that is busy with other things changes nothing about it.
    const hashing = hashingProcessOf(process.pid)!;
    const workFor = async (address: string): Promise<number> => {
      const before = workOf(hashing);
      await browser.step(uid, 'password', { email: address, password: 'not the password' });
      return workOf(hashing) - before;
    };
    const [known, unknown] = [[] as number[], [] as number[]];
    for (let time = 0; time < 4; time += 1) {
      known.push(await workFor(email));
      unknown.push(await workFor(`${newId()}@example.com`));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test('the door locks for an unknown address as it does for a known one', async () => {
    for (const email of [(await common.aPerson()).email, `${newId()}@example.com`]) {
      await forgetAttempts();
      const { browser, uid } = await atTheDoor();
      const statuses = [];
      for (let time = 0; time < 6; time += 1)
        statuses.push((await browser.step(uid, 'password', { email, password: 'not the password' })).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
      const right = await browser.step(uid, 'password', { email, password });
      expect(right).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } });
      const { retryAfterSeconds } = right.body['details'] as { retryAfterSeconds: number };
      expect(right.retryAfter).toBe(String(retryAfterSeconds));
      expect(retryAfterSeconds).toBeGreaterThan(0);
    }
  });

  test('guesses at the same moment count one by one', async () => {
    await forgetAttempts();
    const { email } = await common.aPerson();
    const { browser, uid } = await atTheDoor();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        browser.step(uid, 'password', { email, password: 'not the password' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('a right password forgets the wrong ones before it', async () => {
    await forgetAttempts();
    const { email } = await common.aPerson();
    for (let round = 0; round < 3; round += 1) {
      const { browser, uid } = await atTheDoor();
      for (let time = 0; time < 4; time += 1)
        await browser.step(uid, 'password', { email, password: 'not the password' });
      expect(await browser.step(uid, 'password', { email, password })).toMatchObject({ status: 200 });
    }
  });

  test('no address and no password is stored with the attempts', async () => {
    const rows = await query(common.database.adminUrl, 'select * from sign_in_attempts');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/example\.com|password/);
  });
});

describe('a second factor', () => {
  async function withSecondFactor() {
    const person = await common.aPerson();
    const factors = common.service.get(SecondFactorsService);
    const { secret } = await factors.enrol(person);
    const codes = await factors.confirm(person.id, await codeOf(secret, -30));
    return { person, factors, secret, codes };
  }

  /** As the app on the phone shows it, at a moment a little before or after now. */
  const codeOf = (secret: string, offsetSeconds = 0): Promise<string> =>
    generate({ secret, epoch: Math.floor(systemClock.now().getTime() / 1000) + offsetSeconds });

  async function afterPassword(email: string): Promise<{ browser: Browser; uid: string }> {
    const door = await atTheDoor();
    const answer = await door.browser.step(door.uid, 'password', { email, password });
    expect(answer.body).toEqual({ step: 'second-factor', continueAt: null });
    return door;
  }

  test('is asked for, and the password alone leads nowhere', async () => {
    const { person, secret } = await withSecondFactor();
    const { browser, uid } = await afterPassword(person.email);
    expect((await browser.follow(`${issuer}/auth/${uid}`)).code).toBeUndefined();
    const again = await afterPassword(person.email);
    expect((await again.browser.step(again.uid)).body).toEqual({ step: 'second-factor', continueAt: null });
    const answer = await again.browser.step(again.uid, 'second-factor', { code: await codeOf(secret, 30) });
    const { code } = await again.browser.follow(String(answer.body['continueAt']));
    const { body } = await again.browser.exchange(code!);
    expect(decodeJwt(String(body['id_token']))).toMatchObject({ sub: person.id });
  });

  test('before the password is no way in', async () => {
    const { secret } = await withSecondFactor();
    const { browser, uid } = await atTheDoor();
    const answer = await browser.step(uid, 'second-factor', { code: await codeOf(secret) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'sign-in-expired' } });
  });

  test('accepts a code once', async () => {
    const { person, factors, secret } = await withSecondFactor();
    const code = await codeOf(secret, 30);
    expect(await factors.use(person.id, code)).toBe('otp');
    await expect(factors.use(person.id, code)).rejects.toThrow('used already');
    await expect(factors.use(person.id, await codeOf(secret, 0))).rejects.toThrow('used already');
  });

  test('accepts each recovery code once, however it is typed', async () => {
    const { person, factors, codes } = await withSecondFactor();
    expect(codes).toHaveLength(10);
    const [first = '', second = ''] = codes;
    const both = await Promise.allSettled([factors.use(person.id, first), factors.use(person.id, first)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await factors.use(person.id, second.toUpperCase().replace('-', ' '))).toBe('recovery');
    expect(await factors.stateOf(person.id)).toEqual({ isOn: true, recoveryCodesLeft: 8 });
    await expect(factors.use(person.id, 'aaaaa-bbbbb')).rejects.toThrow('not right');
  });

  test('cannot be guessed: five wrong codes, then none is taken, from wherever it comes', async () => {
    const { person, secret } = await withSecondFactor();
    const { browser, uid } = await afterPassword(person.email);
    for (let time = 0; time < 5; time += 1)
      expect((await browser.step(uid, 'second-factor', { code: '000000' })).status).toBe(403);
    const right = await browser.step(uid, 'second-factor', { code: await codeOf(secret, 30) });
    expect(right).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } });
  });

  test('that was begun but not confirmed is not asked for, and one that is on cannot be replaced', async () => {
    const person = await common.aPerson();
    const factors = common.service.get(SecondFactorsService);
    await factors.enrol(person);
    const { browser, uid } = await atTheDoor();
    const answer = await browser.step(uid, 'password', { email: person.email, password });
    expect(answer.body['step']).toBe('done');
    const on = await withSecondFactor();
    await expect(on.factors.enrol(on.person)).rejects.toThrow('on already');
  });

  test('keeps its secret encrypted and its recovery codes as hashes', async () => {
    const { person, secret, codes } = await withSecondFactor();
    const stored = await query(
      common.database.adminUrl,
      `select secret as text from person_totp where person_id = $1
       union all select hash from recovery_code where person_id = $1`,
      [person.id],
    );
    expect(stored).toHaveLength(11);
    const text = JSON.stringify(stored);
    for (const one of [secret, ...codes]) expect(text).not.toContain(one);
  });
});

test('a crowd gets in as far as there is room; the others are turned away before their words are read', async () => {
  const { email } = await common.aPerson();
  const { browser, uid } = await atTheDoor();
  const url = `${common.url}/api/v1/identity/sign-ins/${uid}/password`;
  const { capacity } = common.service.get(PasswordsService);
  // Nobody inside has finished speaking, so that nobody leaves.
  const inside = await Promise.all(Array.from({ length: capacity }, () => halfASentence(url)));
  const refused = await browser.step(uid, 'password', { email, password });
  expect(refused).toMatchObject({ status: 503, retryAfter: '2', body: { code: 'sign-in-busy' } });
  const unread = await fetch(url, { method: 'POST', body: 'no JSON' });
  expect(unread.status).toBe(503);
  expect(unread.headers.get('content-type')).toBe('application/problem+json');
  expect(unread.headers.get('x-frame-options')).toBe('DENY');
  const writtenDifferently = await fetch(url.replace('/password', '/%70assword'), { method: 'POST' });
  expect(await writtenDifferently.json()).toMatchObject({ code: 'sign-in-busy' });
  expect((await browser.step(uid)).status).toBe(200);
  for (const socket of inside) socket.destroy();
  await forgetAttempts();
  await until(async () => (await browser.step(uid, 'password', { email, password })).status === 200, {
    deadlineMs: 30_000,
  });
});

/** A request whose headers have come and whose body has not. */
async function halfASentence(url: string): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\nexpect: 100-continue\r\n`;
  socket.write(`${head}content-type: application/json\r\ncontent-length: 20\r\n\r\n`);
  // The server asks to go on once it has taken the request.
  await once(socket, 'data');
  return socket;
}
