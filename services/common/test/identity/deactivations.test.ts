import { type Id, newId } from '@dhanman/kernel';
import { aMember, freePort, query } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LastOwner } from '../../src/memberships/membership.js';
import { DeactivationsService } from '../../src/people/deactivations.service.js';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;
let deactivations: DeactivationsService;

beforeAll(async () => {
  const port = String(await freePort());
  common = await startIssuingCommon({
    ...{ OIDC_PORT: port, AUTH_ISSUER: issuer, AUTH_JWKS: `http://127.0.0.1:${port}/oidc/jwks` },
  });
  deactivations = common.service.get(DeactivationsService);
});

afterAll(async () => {
  await common.stop();
});

/** Somebody with these roles, one in each of as many organizations. */
async function somebody(places: Readonly<Record<Id, string>>) {
  const person = await common.aPerson();
  for (const [organizationId, role] of Object.entries(places))
    await aMember(common, {
      ...{ organizationId: organizationId as Id, companyIds: [newId()] },
      ...{ personId: person.id, grants: [{ role }] },
    });
  return person;
}

const statusOf = async (token: string): Promise<number> =>
  (await common.agent.get('/api/v1/me').set('authorization', `Bearer ${token}`)).status;

const storedStatus = async (id: string): Promise<unknown> =>
  (
    await query<{ status: string }>(common.database.adminUrl, 'select status from person where id = $1', [id])
  )[0]?.status;

async function triesToSignIn(email: string): Promise<number> {
  const browser = new Browser(common);
  const { uid = '' } = await browser.begin();
  return (await browser.step(uid, 'password', { email, password })).status;
}

test('a deactivated person is out at once, everywhere, and cannot come back in', async () => {
  const { id, email } = await somebody({ [newId()]: 'sales', [newId()]: 'accountant' });
  const browser = new Browser(common);
  const tokens = await browser.signIn(email);
  expect(await statusOf(tokens.access_token)).toBe(200);
  await deactivations.deactivate(email.toUpperCase());
  expect(await statusOf(tokens.access_token)).toBe(401);
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  expect(await triesToSignIn(email)).toBe(401);
  const trail = await query(
    common.database.adminUrl,
    `select changes from audit where entity = 'person' and entity_id = $1 order by at desc limit 1`,
    [id],
  );
  expect(trail).toEqual([{ changes: { status: ['active', 'deactivated'] } }]);
});

test('the members of an organization tell who is deactivated, and the account stays its own thing beside the access', async () => {
  const ours = newId();
  const { id, email } = await somebody({ [ours]: 'sales' });
  const owner = await somebody({ [ours]: 'owner' });
  const { access_token: token } = await new Browser(common).signIn(owner.email);
  const seen = async () => {
    const { body } = await common.agent
      .get('/api/v1/memberships?limit=200')
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    const { items } = body as { items: { personId: string; isActive: boolean; isDeactivated: boolean }[] };
    const { isActive, isDeactivated } = items.find(({ personId }) => personId === id)!;
    return { isActive, isDeactivated };
  };
  expect(await seen()).toEqual({ isActive: true, isDeactivated: false });
  await deactivations.deactivate(email);
  expect(await seen()).toEqual({ isActive: true, isDeactivated: true });
});

test('once reactivated they sign in as before and work where they worked', async () => {
  const { email } = await somebody({ [newId()]: 'sales' });
  await deactivations.deactivate(email);
  await deactivations.reactivate(email);
  const { access_token: token } = await new Browser(common).signIn(email);
  expect(await statusOf(token)).toBe(200);
});

test('the only owner of an organization stays, although they are one of many elsewhere, and nothing has changed', async () => {
  const [ours, theirs] = [newId(), newId()];
  const owner = await somebody({ [theirs]: 'sales', [ours]: 'owner' });
  await somebody({ [ours]: 'administrator' });
  await expect(deactivations.deactivate(owner.email)).rejects.toThrow(LastOwner);
  expect(await storedStatus(owner.id)).toBe('active');
});

test('an owner who is deactivated does not count as the owner who remains', async () => {
  const ours = newId();
  const [first, second] = [await somebody({ [ours]: 'owner' }), await somebody({ [ours]: 'owner' })];
  await deactivations.deactivate(first.email);
  await expect(deactivations.deactivate(second.email)).rejects.toThrow(LastOwner);
  await deactivations.reactivate(first.email);
  await deactivations.deactivate(second.email);
  expect(await storedStatus(second.id)).toBe('deactivated');
});

test('of two owners who are deactivated at the same moment one stays, in each organization they share', async () => {
  for (let round = 0; round < 6; round += 1) {
    const places = { [newId()]: 'owner', [newId()]: 'owner' };
    const [first, second] = [await somebody(places), await somebody(places)];
    const ends = await Promise.allSettled(
      [first, second].map(({ email }) => deactivations.deactivate(email)),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: new LastOwner() });
    const states = [await storedStatus(first.id), await storedStatus(second.id)];
    expect(states.sort()).toEqual(['active', 'deactivated']);
  }
});

test('nobody is deactivated by an address that nobody has', async () => {
  await expect(deactivations.deactivate(`${newId()}@example.com`)).rejects.toMatchObject({
    code: 'person-not-found',
  });
});
