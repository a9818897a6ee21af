import { aMember, aToken, freePort, query } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Id } from '@dhanman/kernel';
import { decodeJwt } from 'jose';
import { generate } from 'otplib';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

/** Common as it runs in production: its own issuer is the one whose tokens it believes. */
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

const next = 'kaveri sweets 1998';

async function signedIn() {
  const { email } = await common.aPerson();
  const browser = new Browser(common);
  const tokens = await browser.signIn(email);
  const ask = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    common.agent[method](`/api/v1/me/${path}`)
      .set('authorization', `Bearer ${tokens.access_token}`)
      .send(body);
  return { email, browser, tokens, ask };
}
/** An organization with one company in which the person is the owner. */
async function anOrganizationOf(personId: string): Promise<string> {
  const { organizationId } = await aMember(common, { personId: personId as Id });
  return organizationId;
}

describe('somebody who is signed in', () => {
  test('sees where, and ends a session that is not theirs any more', async () => {
    const { email, ask } = await signedIn();
    const lost = new Browser(common, 'Lost phone');
    const onPhone = await lost.signIn(email);
    const { body } = await ask('get', 'sessions').expect(200);
    const items = (body as { items: { id: string; isCurrent: boolean; userAgent: string }[] }).items;
    expect(items.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    const phone = items.find(({ userAgent }) => userAgent === 'Lost phone')!;
    await ask('delete', `sessions/${phone.id}`).expect(204);
    await ask('delete', `sessions/${phone.id}`).expect(404);
    expect(await lost.refresh(onPhone.refresh_token)).toMatchObject({ status: 400 });
  });

  test('chooses how they are called', async () => {
    const { tokens, ask } = await signedIn();
    await ask('put', 'name', { name: '  Asha Rao ' }).expect(204);
    const sql = 'select name from person where id = $1';
    const name = await query(common.database.adminUrl, sql, [decodeJwt(tokens.access_token).sub]);
    expect(name).toEqual([{ name: 'Asha Rao' }]);
    for (const wrong of ['', '  ', 'x'.repeat(201)]) await ask('put', 'name', { name: wrong }).expect(400);
    await ask('put', 'name', { name: 'Asha', email: 'other@example.com' }).expect(400);
  });

  test('changes the password with the present one; the other sessions end and this one goes on', async () => {
    const { email, browser, tokens, ask } = await signedIn();
    const other = new Browser(common);
    const elsewhere = await other.signIn(email);
    const wrong = await ask('post', 'password-changes', { currentPassword: 'not it', password: next }).expect(
      403,
    );
    expect(wrong.body).toMatchObject({ code: 'password-wrong', errors: [{ path: 'currentPassword' }] });
    await ask('post', 'password-changes', { currentPassword: password, password: 'password12' }).expect(422);
    await ask('post', 'password-changes', { currentPassword: password, password: next }).expect(204);
    expect(await other.refresh(elsewhere.refresh_token)).toMatchObject({ status: 400 });
    expect(await browser.refresh(tokens.refresh_token)).toMatchObject({ status: 200 });
    await new Browser(common).signIn(email, next);
  });

  test('cannot guess the present password', async () => {
    const { ask } = await signedIn();
    const statuses = [];
    for (let time = 0; time < 6; time += 1) {
      const body = { currentPassword: 'not it', password: next };
      statuses.push((await ask('post', 'password-changes', body)).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });

  test('sets up a second factor, and removes it with the password', async () => {
    const { ask } = await signedIn();
    expect((await ask('get', 'second-factor').expect(200)).body).toEqual({
      isOn: false,
      recoveryCodesLeft: 0,
    });
    await ask('post', 'second-factor/enrolments', { currentPassword: 'not it' }).expect(403);
    const { body } = await ask('post', 'second-factor/enrolments', { currentPassword: password }).expect(201);
    const { secret, uri } = body as { secret: string; uri: string };
    expect(uri).toContain('otpauth://totp/Dhanman');
    await ask('post', 'second-factor/confirmations', { code: '000000' }).expect(403);
    const confirmed = await ask('post', 'second-factor/confirmations', { code: await generate({ secret }) });
    expect((confirmed.body as { codes: string[] }).codes).toHaveLength(10);
    expect((await ask('get', 'second-factor')).body).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    await ask('post', 'second-factor/removals', { currentPassword: password }).expect(204);
    expect((await ask('get', 'second-factor')).body).toEqual({ isOn: false, recoveryCodesLeft: 0 });
  });

  test('works in one organization at a time, and chooses in which the next token is for', async () => {
    const { email, browser, tokens, ask } = await signedIn();
    const personId = decodeJwt(tokens.access_token).sub!;
    const [first, second] = [await anOrganizationOf(personId), await anOrganizationOf(personId)];
    const one = (await browser.refresh(tokens.refresh_token)).body;
    expect(decodeJwt(String(one['access_token']))['org']).toBe(first);
    await ask('put', 'organization', { organizationId: second }).expect(204);
    const two = (await browser.refresh(String(one['refresh_token']))).body;
    expect(decodeJwt(String(two['access_token']))['org']).toBe(second);
    // Another session begins where the person worked last.
    const elsewhere = await new Browser(common).signIn(email);
    expect(decodeJwt(elsewhere.access_token)['org']).toBe(second);
    const stranger = await anOrganizationOf((await common.aPerson()).id);
    await ask('put', 'organization', { organizationId: stranger }).expect(404);
    const books = await common.agent
      .get('/api/v1/companies')
      .set('authorization', `Bearer ${elsewhere.access_token}`)
      .expect(200);
    expect((books.body as { items: object[] }).items).toHaveLength(1);
  });

  test('without an organization has an account all the same, but no books', async () => {
    const { tokens, ask } = await signedIn();
    await ask('get', 'sessions').expect(200);
    const { body } = await common.agent
      .get('/api/v1/companies')
      .set('authorization', `Bearer ${tokens.access_token}`)
      .expect(403);
    expect(body).toMatchObject({ code: 'not-a-member' });
  });

  test('elsewhere is nobody here: tokens of an issuer that is not configured are refused', async () => {
    const foreign = await aToken({ organizationId: '', companies: [], permissions: [] });
    await common.agent.get('/api/v1/me/sessions').set('authorization', `Bearer ${foreign}`).expect(401);
    await common.agent.get('/api/v1/me/sessions').expect(401);
  });

  test('leaves no password and no token in the attempts, mails and jobs', async () => {
    const rows = await query(common.database.adminUrl, 'select to_jsonb(j)::text from job j');
    expect(JSON.stringify(rows)).not.toContain(password);
  });
});
