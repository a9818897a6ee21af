// An access token is checked by its signature alone; these are about calling it back before its ten minutes are over.
import { freePort, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { OidcRecordsService } from '../../src/identity/oidc-records.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  const port = String(await freePort());
  common = await startIssuingCommon({
    ...{ OIDC_PORT: port, AUTH_ISSUER: issuer, AUTH_JWKS: `http://127.0.0.1:${port}/oidc/jwks` },
  });
});

afterAll(async () => {
  await common.stop();
});

const ask = (method: 'get' | 'post' | 'delete', token: string, path = 'sessions') =>
  common.agent[method](`/api/v1/me/${path}`).set('authorization', `Bearer ${token}`);

const statusOf = async (token: string): Promise<number> => (await ask('get', token)).status;
const sessionOf = (token: string): string => String(decodeJwt(token)['sid']);

async function signedInTwice() {
  const { id, email } = await common.aPerson();
  const [phone, desk] = [new Browser(common, 'Phone'), new Browser(common, 'Desk')];
  const [onPhone, atDesk] = [await phone.signIn(email), await desk.signIn(email)];
  // Both have been used before, so that what is remembered of a token does not save it.
  for (const { access_token: token } of [onPhone, atDesk]) expect(await statusOf(token)).toBe(200);
  return {
    id,
    email,
    phone,
    onPhone: onPhone.access_token,
    refresh: onPhone.refresh_token,
    atDesk: atDesk.access_token,
  };
}

/** What the other services are told of this session. */
async function toldOf(sid: string): Promise<readonly string[]> {
  const sql = `
    select target from (select target, contract, payload from outbox
      union all select target, contract, payload from outbox_sent) as written
    where contract = 'common.sessions-ended.v1' and payload -> 'sessionIds' @> to_jsonb($1::text) order by target`;
  const rows = await query<{ target: string }>(
    common.database.adminUrl,
    sql.replace('payload ->', 'payload::jsonb ->'),
    [sid],
  );
  return rows.map(({ target }) => target);
}

describe('the access token of a session that was ended', () => {
  test('is refused at once, and that of another session of the same person is not', async () => {
    const { onPhone, atDesk } = await signedInTwice();
    await ask('delete', atDesk, `sessions/${sessionOf(onPhone)}`).expect(204);
    const { body } = await ask('get', onPhone).expect(401);
    expect(body).toMatchObject({ code: 'token-not-valid' });
    expect(await statusOf(atDesk)).toBe(200);
    expect(await toldOf(sessionOf(onPhone))).toEqual([
      'community',
      'inventory',
      'payroll',
      'purchase',
      'sales',
    ]);
    expect(await toldOf(sessionOf(atDesk))).toEqual([]);
  });

  test('by its owner signing out is refused too', async () => {
    const { onPhone } = await signedInTwice();
    await ask('delete', onPhone, `sessions/${sessionOf(onPhone)}`).expect(204);
    expect(await statusOf(onPhone)).toBe(401);
  });

  test('by a new password is refused, but not that of the session in which it was chosen', async () => {
    const { onPhone, atDesk } = await signedInTwice();
    const change = { currentPassword: password, password: 'kaveri sweets 1998' };
    await ask('post', atDesk, 'password-changes').send(change).expect(204);
    expect([await statusOf(onPhone), await statusOf(atDesk)]).toEqual([401, 200]);
  });

  test('by deactivating the person is refused, in all of their sessions', async () => {
    const { id, onPhone, atDesk } = await signedInTwice();
    await common.inTransaction((tx) => common.service.get(PeopleService).deactivate(tx, id));
    expect([await statusOf(onPhone), await statusOf(atDesk)]).toEqual([401, 401]);
  });

  test('goes on being good when the transaction that was to end it did not commit', async () => {
    const { id, onPhone } = await signedInTwice();
    const failed = common.inTransaction(async (tx) => {
      await common.service.get(PeopleService).deactivate(tx, id);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await statusOf(onPhone)).toBe(200);
  });
});

test('a refresh token that is used twice calls back what it got; signing in again in that session is good', async () => {
  const { phone, onPhone, refresh, atDesk } = await signedInTwice();
  const renewed = String((await phone.refresh(refresh)).body['access_token']);
  expect(await phone.refresh(refresh)).toMatchObject({ status: 400 });
  expect([await statusOf(onPhone), await statusOf(renewed), await statusOf(atDesk)]).toEqual([401, 401, 200]);
  // Tokens count in whole seconds: one of the same second as the theft is not believed.
  const again = await until(async () => {
    const { code } = await phone.begin({ prompt: 'none' });
    const token = String((await phone.exchange(code ?? '')).body['access_token']);
    return (await statusOf(token)) === 200 && token;
  });
  expect(sessionOf(again)).toBe(sessionOf(onPhone));
});

test('a request that was under way while its session ended does not bring the session back', async () => {
  const { id, onPhone, atDesk } = await signedInTwice();
  const sid = sessionOf(onPhone);
  await ask('delete', atDesk, `sessions/${sid}`).expect(204);
  const sessions = common.service.get(OidcRecordsService).adapter('Session');
  await sessions.upsert('revived', { uid: sid, accountId: id }, 60);
  expect(await sessions.findByUid(sid)).toBeUndefined();
});
