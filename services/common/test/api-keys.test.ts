import type { ApiKeyDto, ApiKeyWithSecret, AuditPage, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { anAsker, type Asker } from './builders.js';
import { Browser } from './support/browser.js';
import { type IssuingCommon, startIssuingCommon } from './support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  // What tokens say about permissions is not believed, as in production.
  common = await startIssuingCommon({ AUTH_PERMISSIONS_CLAIM: 'ignored' });
});

afterAll(async () => {
  await common.stop();
});

const administrator = [{ role: 'administrator' }];

async function aKey(owner: Asker, body: object = {}): Promise<ApiKeyWithSecret> {
  const details = { name: `Shop ${newId()}`, grants: administrator, ...body };
  return (await owner.post('/api/v1/api-keys', details).expect(201)).body as ApiKeyWithSecret;
}

/** What the token endpoint says to a program with this secret. */
const signIn = async (id: string, secret: string) =>
  new Browser(common).token({ grant_type: 'client_credentials', client_id: id, client_secret: secret });

/** The program at work: a token of the test's own issuer, with what the one from the endpoint says. */
async function asProgram(owner: Asker, id: string): Promise<Pick<Asker, 'get' | 'post'>> {
  const token = await aToken({ organizationId: owner.organizationId, userId: id });
  const signed = 'authorization';
  return {
    get: (path) => common.agent.get(path).set(signed, `Bearer ${token}`),
    post: (path, body = {}) => common.agent.post(path).set(signed, `Bearer ${token}`).send(body),
  };
}

describe('a key', () => {
  test('opens the door for its organization, with its own name and for no longer than it lives', async () => {
    const owner = await anAsker(common);
    const key = await aKey(owner);
    const { status, body } = await signIn(key.id, key.secret);
    expect(status).toBe(200);
    const { sub, org, exp, iat } = decodeJwt(String(body['access_token']));
    expect({ sub, org, seconds: exp! - iat! }).toEqual({
      sub: key.id,
      org: owner.organizationId,
      seconds: 600,
    });
    await query(
      common.database.adminUrl,
      `update api_key set expires_at = now() + interval '90 seconds' where id = $1`,
      [key.id],
    );
    const short = decodeJwt(String((await signIn(key.id, key.secret)).body['access_token']));
    expect(short.exp! - short.iat!).toBeLessThanOrEqual(90);
    await query(common.database.adminUrl, 'update api_key set expires_at = now() where id = $1', [key.id]);
    expect(await signIn(key.id, key.secret)).toMatchObject({ status: 401 });
  });

  test('is shown once: nothing that is stored or listed holds the secret', async () => {
    const owner = await anAsker(common);
    const key = await aKey(owner);
    expect(key.secret).toMatch(/^dhk_[A-Za-z0-9_-]{43}$/);
    const { body } = await owner.get(`/api/v1/api-keys/${key.id}`).expect(200);
    expect(body).toMatchObject({ ending: key.secret.slice(-4), lastUsedAt: null, grants: administrator });
    await signIn(key.id, key.secret);
    const listed = (await owner.get('/api/v1/api-keys').expect(200)).body as { items: ApiKeyDto[] };
    expect(listed.items.map(({ id }) => id)).toEqual([key.id]);
    expect(listed.items[0]?.lastUsedAt).toEqual(expect.any(String));
    for (const table of ['api_key', 'api_key_home', 'audit', 'outbox_sent', 'idempotency_key']) {
      const rows = await query(common.database.adminUrl, `select * from ${table}`);
      expect(JSON.stringify([rows, listed])).not.toContain(key.secret);
    }
  });

  test('does what its roles allow in its companies, and no more; the trail names it', async () => {
    const owner = await anAsker(common, { companyIds: [newId(), newId()] });
    const key = await aKey(owner, { grants: [{ role: 'administrator', companyId: owner.companyId }] });
    const program = await asProgram(owner, key.id);
    const branch = await program.post(`/api/v1/companies/${owner.companyId}/branches`, {
      name: 'Pune',
      code: 'P',
    });
    expect(branch.status).toBe(201);
    await program.get('/api/v1/roles').expect(403);
    await program.get(`/api/v1/companies/${newId()}/branches`).expect(404);
    const trail = (await owner.get(`/api/v1/audit?actor=${key.id}`).expect(200)).body as AuditPage;
    expect(trail.items).toMatchObject([{ entity: 'branch', action: 'created', actor: key.id }]);
  });

  test('that is revoked does nothing more, with the tokens it has or with new ones', async () => {
    const owner = await anAsker(common);
    const key = await aKey(owner);
    const program = await asProgram(owner, key.id);
    await program.get('/api/v1/roles').expect(200);
    const { body } = await owner.post(`/api/v1/api-keys/${key.id}/revoke`).expect(200);
    expect((body as ApiKeyDto).revokedAt).toEqual(expect.any(String));
    await program.get('/api/v1/roles').expect(403);
    expect(await signIn(key.id, key.secret)).toMatchObject({ status: 401 });
    await owner.post(`/api/v1/api-keys/${key.id}/revoke`).expect(200);
    await owner.post(`/api/v1/api-keys/${key.id}/rotate`).expect(409);
  });

  test('that is rotated works with both secrets until the chosen time', async () => {
    const owner = await anAsker(common);
    const old = await aKey(owner);
    const rotation = owner.post(`/api/v1/api-keys/${old.id}/rotate`, { overlapHours: 2 });
    const renewed = (await rotation.expect(200)).body as ApiKeyWithSecret;
    expect(renewed).toMatchObject({ ending: renewed.secret.slice(-4), previousEnding: old.ending });
    expect((await signIn(old.id, old.secret)).status).toBe(200);
    expect((await signIn(old.id, renewed.secret)).status).toBe(200);
    await query(common.database.adminUrl, 'update api_key set previous_valid_until = now() where id = $1', [
      old.id,
    ]);
    expect((await signIn(old.id, old.secret)).status).toBe(401);
    expect((await signIn(old.id, renewed.secret)).status).toBe(200);
    expect((await signIn(old.id, 'dhk_guess')).status).toBe(401);
  });
});

describe('who makes a key', () => {
  test('cannot give it more than they may themselves, nor the organization', async () => {
    const owner = await anAsker(common);
    const { organizationId } = owner;
    const admin = await anAsker(common, {
      organizationId,
      companyIds: [owner.companyId],
      grants: administrator,
    });
    const refused = async (who: Asker, role: string): Promise<string> => {
      const answer = await who.post('/api/v1/api-keys', { name: 'Shop', grants: [{ role }] });
      return `${String(answer.status)} ${(answer.body as Problem).code}`;
    };
    expect(await refused(owner, 'owner')).toBe('422 api-key-cannot-own');
    const { body: mine } = await admin.post('/api/v1/roles', {
      ...{ name: 'Keys', patterns: ['dhanman.common.api-key.*'] },
    });
    const clerk = await anAsker(common, { organizationId, grants: [{ role: (mine as { id: string }).id }] });
    expect(await refused(clerk, 'sales')).toBe('403 grant-exceeds-own');
    const strong = await aKey(owner);
    await clerk.post(`/api/v1/api-keys/${strong.id}/rotate`).expect(403);
    expect(await refused(admin, 'no such role')).toBe('422 role-unknown');
  });

  test('gives it a name no other has, and may use that of one that was revoked', async () => {
    const owner = await anAsker(common);
    const { id } = await aKey(owner, { name: 'Till' });
    const again = await owner.post('/api/v1/api-keys', { name: 'till', grants: administrator });
    expect(again).toMatchObject({ status: 409, body: { code: 'api-key-name-taken' } });
    await owner.post(`/api/v1/api-keys/${id}/revoke`).expect(200);
    await aKey(owner, { name: 'till' });
  });

  test('takes no place of a person, and sees no key among the people', async () => {
    const owner = await anAsker(common, { plan: 'trial' });
    for (let number = 0; number < 6; number += 1) await aKey(owner);
    const members = (await owner.get('/api/v1/memberships').expect(200)).body as { items: object[] };
    expect(members.items).toHaveLength(1);
    const invited = await owner.post('/api/v1/invitations', {
      email: 'a@example.com',
      grants: administrator,
    });
    expect(invited.status).toBe(201);
  });
});
