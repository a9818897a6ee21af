import { query } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { OidcRecordsService } from '../../src/identity/oidc-records.service.js';
import { SessionsService } from '../../src/identity/sessions.service.js';
import { SigningKeysService } from '../../src/identity/signing-keys.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

const refused = { status: 400, body: { error: 'invalid_grant' } };

describe('a code', () => {
  test('is worth nothing without the proof of the browser that asked for it', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    await browser.signIn(email);
    const { code } = await browser.begin({ prompt: 'none' });
    const thief = await browser.exchange(code!, { code_verifier: 'x'.repeat(43) });
    expect(thief).toMatchObject(refused);
  });

  test('cannot be asked for without such a proof, nor for a page that is not ours', async () => {
    const browser = new Browser(common);
    expect(await browser.begin({ code_challenge: '' })).toMatchObject({ error: 'invalid_request' });
    expect(await browser.begin({ redirect_uri: 'https://evil.example/signed-in' })).toEqual({});
  });

  test('is good once; the second use ends what the first one got', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    await browser.signIn(email);
    const { code } = await browser.begin({ prompt: 'none' });
    const { body } = await browser.exchange(code!);
    expect(await browser.exchange(code!)).toMatchObject(refused);
    expect(await browser.refresh(String(body['refresh_token']))).toMatchObject(refused);
  });
});

describe('a refresh token', () => {
  test('is replaced by its use', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    const first = await browser.signIn(email);
    const second = await browser.refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body['refresh_token']).not.toBe(first.refresh_token);
    expect(decodeJwt(String(second.body['access_token'])).sid).toBe(decodeJwt(first.access_token).sid);
    expect(await browser.refresh(String(second.body['refresh_token']))).toMatchObject({ status: 200 });
  });

  test('that is used again, by whoever stole it or was robbed, ends the whole family', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    const first = await browser.signIn(email);
    const second = (await browser.refresh(first.refresh_token)).body;
    expect(await browser.refresh(first.refresh_token)).toMatchObject(refused);
    expect(await browser.refresh(String(second['refresh_token']))).toMatchObject(refused);
  });

  test('that is used twice at the same moment gives one answer and then nothing more', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    const { refresh_token: token } = await browser.signIn(email);
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.refresh(token)));
    const got = answers.filter(({ status }) => status === 200);
    expect(got.length).toBeLessThanOrEqual(1);
    for (const { body } of got)
      expect(await browser.refresh(String(body['refresh_token']))).toMatchObject(refused);
  });

  test('of one browser lives on when the family of another ends', async () => {
    const { email } = await common.aPerson();
    const [one, other] = [new Browser(common), new Browser(common)];
    const [stolen, safe] = [await one.signIn(email), await other.signIn(email)];
    await one.refresh(stolen.refresh_token);
    await one.refresh(stolen.refresh_token);
    expect(await other.refresh(safe.refresh_token)).toMatchObject({ status: 200 });
  });

  test('of a person who was deactivated is refused', async () => {
    const { id, email } = await common.aPerson();
    const browser = new Browser(common);
    const tokens = await browser.signIn(email);
    await common.inTransaction((tx) => common.service.get(PeopleService).deactivate(tx, id));
    expect(await browser.refresh(tokens.refresh_token)).toMatchObject(refused);
    expect(await browser.begin({ prompt: 'none' })).toEqual({ error: 'login_required' });
  });

  test('is refused also when the session outlived the person', async () => {
    const { id, email } = await common.aPerson();
    const browser = new Browser(common);
    const tokens = await browser.signIn(email);
    await query(common.database.adminUrl, `update person set status = 'deactivated' where id = $1`, [id]);
    expect(await browser.refresh(tokens.refresh_token)).toMatchObject(refused);
    expect(await browser.begin({ prompt: 'none' })).toEqual({ error: 'login_required' });
  });

  test('stands nowhere in the database, and neither does the cookie of a session', async () => {
    const { id, email } = await common.aPerson();
    const tokens = await new Browser(common).signIn(email);
    const rows = await query(common.database.adminUrl, 'select * from oidc_record where account_id = $1', [
      id,
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toContain(tokens.refresh_token);
    expect(JSON.stringify(rows)).not.toMatch(/"jti"|"cookie"/);
  });
});

describe('sessions', () => {
  test('are listed with the device, and ending one takes its refresh token along and no other', async () => {
    const { id, email } = await common.aPerson();
    const [phone, desk] = [new Browser(common, 'Phone'), new Browser(common, 'Desk')];
    const [onPhone, atDesk] = [await phone.signIn(email), await desk.signIn(email)];
    const sessions = common.service.get(SessionsService);
    const current = String(decodeJwt(atDesk.access_token)['sid']);
    const listed = await sessions.list(id, current);
    expect(listed.map(({ userAgent, isCurrent }) => [userAgent, isCurrent]).sort()).toEqual([
      ['Desk', true],
      ['Phone', false],
    ]);
    await sessions.end(id, listed.find(({ userAgent }) => userAgent === 'Phone')!.id);
    expect(await phone.refresh(onPhone.refresh_token)).toMatchObject(refused);
    expect((await phone.begin({ prompt: 'none' })).error).toBe('login_required');
    expect(await desk.refresh(atDesk.refresh_token)).toMatchObject({ status: 200 });
    expect((await sessions.list(id, current)).map(({ userAgent }) => userAgent)).toEqual(['Desk']);
  });

  test('of somebody else cannot be ended', async () => {
    const [asha, meera] = [await common.aPerson(), await common.aPerson()];
    const browser = new Browser(common);
    const tokens = await browser.signIn(asha.email);
    const sid = String(decodeJwt(tokens.access_token)['sid']);
    await expect(common.service.get(SessionsService).end(meera.id, sid)).rejects.toThrow('does not exist');
    expect(await browser.refresh(tokens.refresh_token)).toMatchObject({ status: 200 });
  });

  test('that are over leave nothing behind', async () => {
    const { id, email } = await common.aPerson();
    await new Browser(common).signIn(email);
    const admin = common.database.adminUrl;
    await query(admin, `update oidc_record set expires_at = now() - interval '1 s' where account_id = $1`, [
      id,
    ]);
    await query(
      admin,
      `update sign_in_session set last_used_at = now() - interval '2 h' where person_id = $1`,
      [id],
    );
    await common.service.get(OidcRecordsService).sweep();
    const left = await query(
      admin,
      `select uid from sign_in_session where person_id = $1
       union all select key from oidc_record where account_id = $1`,
      [id],
    );
    expect(left).toEqual([]);
  });
});

describe('signing keys', () => {
  const published = async (): Promise<JSONWebKeySet> =>
    (await (await fetch(`${common.issuerUrl}/oidc/jwks`)).json()) as JSONWebKeySet;

  test('are published without their private half, which is encrypted in the database', async () => {
    const { email } = await common.aPerson();
    const { access_token: token } = await new Browser(common).signIn(email);
    const set = await published();
    for (const key of set.keys) expect(key).not.toHaveProperty('d');
    await jwtVerify(token, createLocalJWKSet(set), { issuer, audience: 'dhanman-test', typ: 'at+jwt' });
    const stored = await query<{ private_key: string }>(
      common.database.adminUrl,
      'select * from signing_key',
    );
    expect(stored).toHaveLength(set.keys.length);
    for (const { private_key: sealed } of stored)
      expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('"d"');
  });

  test('turn: the next is announced first, then signs, and the one before is still trusted', async () => {
    const admin = common.database.adminUrl;
    const keys = common.service.get(SigningKeysService);
    const [before] = await query<{ kid: string }>(admin, 'select kid from signing_key');
    await query(admin, `update signing_key set signs_from = now() - interval '29 days 1 hour'`);
    const announced = await keys.present();
    expect(announced.keys).toHaveLength(2);
    expect(announced.currentKid).toBe(before!.kid);
    await query(admin, `update signing_key set signs_from = signs_from - interval '1 day'`);
    const turned = await keys.present();
    expect(turned.currentKid).not.toBe(before!.kid);
    expect(turned.keys.map(({ kid }) => kid).sort()).toEqual([before!.kid, turned.currentKid].sort());
    await query(admin, `update signing_key set signs_from = signs_from - interval '1 day'`);
    expect((await keys.present()).keys.map(({ kid }) => kid)).toEqual([turned.currentKid]);
  });

  test('are made once, however many processes look at the same moment', async () => {
    const admin = common.database.adminUrl;
    await query(admin, 'delete from signing_key');
    const keys = common.service.get(SigningKeysService);
    const seen = await Promise.all(Array.from({ length: 6 }, () => keys.present()));
    expect(new Set(seen.map(({ currentKid }) => currentKid)).size).toBe(1);
    await keys.replaceAll();
    expect((await keys.present()).currentKid).not.toBe(seen[0]!.currentKid);
  });
});
