import { type Id, newId } from '@dhanman/kernel';
import { aMember, freePort, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

/** Somebody who is signed in and has a role in an organization. */
async function somebody(organizationId: Id, role: string) {
  const { id, email } = await common.aPerson();
  await aMember(common, {
    ...{ organizationId, companyIds: [newId()], personId: id, grants: [{ role }] },
  });
  const browser = new Browser(common);
  const tokens = await browser.signIn(email);
  const authorization = `Bearer ${tokens.access_token}`;
  const close = async (currentPassword = password) =>
    common.agent.post('/api/v1/me/closings').set('authorization', authorization).send({ currentPassword });
  const status = async () =>
    (await common.agent.get('/api/v1/me').set('authorization', authorization)).status;
  return { id, email, browser, tokens, close, status };
}

const closed = 'Your account is closed';

const mailsAbout = async (email: string): Promise<number> =>
  (await common.mailsTo(email)).filter(({ subject }) => subject === closed).length;

test('who closes their account is out everywhere, told by mail, and the trail says that they did it', async () => {
  const { id, email, browser, tokens, close, status } = await somebody(newId(), 'sales');
  const phone = new Browser(common, 'Phone');
  const onPhone = await phone.signIn(email);
  expect((await close()).status).toBe(204);
  expect(await status()).toBe(401);
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  expect((await phone.refresh(onPhone.refresh_token)).status).toBe(400);
  const { uid = '' } = await browser.begin();
  expect((await browser.step(uid, 'password', { email, password })).status).toBe(401);
  await until(async () => (await mailsAbout(email)) === 1, { what: 'the mail about it' });
  const trail = await query(
    common.database.adminUrl,
    `select changes, actor from audit where entity = 'person' and entity_id = $1 order by at desc limit 1`,
    [id],
  );
  expect(trail).toEqual([{ changes: { status: ['active', 'deactivated'] }, actor: id }]);
});

test('the password is asked for once more, and a wrong one is told at its field', async () => {
  const { email, close, status } = await somebody(newId(), 'sales');
  expect((await close('not it')).body).toMatchObject({
    code: 'password-wrong',
    errors: [{ path: 'currentPassword', code: 'password-wrong' }],
  });
  expect(await status()).toBe(200);
  expect(await mailsAbout(email)).toBe(0);
});

test('the only owner is told of which organization, what to do first, and nothing has changed', async () => {
  const ours = newId();
  const { email, close, status } = await somebody(ours, 'owner');
  const [{ name } = { name: '' }] = await query<{ name: string }>(
    common.database.adminUrl,
    'select name from organization where id = $1',
    [ours],
  );
  expect((await close()).body).toMatchObject({
    ...{ status: 409, code: 'only-owner', details: { organization: name } },
    detail: expect.stringContaining(`only owner of ${name}`) as unknown,
  });
  expect(await status()).toBe(200);
  expect(await mailsAbout(email)).toBe(0);
});

test('of two owners who close their accounts at the same moment one stays', async () => {
  for (let round = 0; round < 3; round += 1) {
    const ours = newId();
    const [first, second] = [await somebody(ours, 'owner'), await somebody(ours, 'owner')];
    const ends = await Promise.all([first.close(), second.close()]);
    expect(ends.map(({ status }) => status).sort()).toEqual([204, 409]);
  }
});
