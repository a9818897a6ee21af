import type { AuditPage, PersonalTokenList, PersonalTokenWithSecret } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aMember, freePort, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { PeopleService } from '../../src/people/people.service.js';
import type { Person } from '../../src/people/person.js';
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

const bearing = (token: string) => ({
  ask: (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    common.agent[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body),
});

async function anOwner(organizationId: Id = newId()) {
  const person = await common.aPerson();
  const companyId = newId();
  await aMember(common, {
    ...{ organizationId, companyIds: [companyId], personId: person.id, grants: [{ role: 'owner' }] },
  });
  const browser = new Browser(common);
  const { access_token: token } = await browser.signIn(person.email);
  const { ask } = bearing(token);
  const make = async (details: object = {}) => {
    const body = { name: 'Laptop', currentPassword: password, ...details };
    return (await ask('post', 'me/personal-tokens', body).expect(201)).body as PersonalTokenWithSecret;
  };
  const list = async () =>
    ((await ask('get', 'me/personal-tokens').expect(200)).body as PersonalTokenList).items;
  return { person, organizationId, companyId, ask, make, list, branches: `companies/${companyId}/branches` };
}

const exchange = async ({ id, secret }: { readonly id: string; readonly secret: string }) =>
  new Browser(common).token({ grant_type: 'client_credentials', client_id: id, client_secret: secret });

/** The program at work. */
async function asProgram(token: PersonalTokenWithSecret) {
  const { status, body } = await exchange(token);
  expect(status).toBe(200);
  const jwt = String(body['access_token']);
  return { ...bearing(jwt), claims: decodeJwt(jwt) };
}

async function aToken(details: object = {}) {
  const owner = await anOwner();
  const token = await owner.make(details);
  return { owner, token, program: await asProgram(token) };
}

describe('a personal token', () => {
  test('acts as its person in its organization, and the trail says by which token', async () => {
    const { owner, token, program } = await aToken();
    expect(program.claims).toMatchObject({
      ...{ sub: owner.person.id, org: owner.organizationId, sid: token.id },
      pat: { id: token.id, reads_only: false },
    });
    expect(program.claims).not.toHaveProperty('place');
    expect(program.claims.exp! - program.claims.iat!).toBe(600);
    await program.ask('post', owner.branches, { name: 'Pune', code: 'PUNE' }).expect(201);
    await owner.ask('post', owner.branches, { name: 'Nashik', code: 'NASHIK' }).expect(201);
    const [byHand, byToken, made] = ((await owner.ask('get', 'audit').expect(200)).body as AuditPage).items;
    expect(byHand).toMatchObject({ entity: 'branch', actor: owner.person.id, byToken: null });
    expect(byToken).toMatchObject({
      ...{ entity: 'branch', actor: owner.person.id, actingFor: null, byToken: token.id },
    });
    expect(made).toMatchObject({ entity: 'personal-token', entityId: token.id, actor: owner.person.id });
  });

  test('is shown once: nothing that is stored or listed holds the secret', async () => {
    const { owner, token } = await aToken();
    expect(token.secret).toMatch(/^dhk_[A-Za-z0-9_-]{43}$/);
    const listed = await owner.list();
    expect(listed).toMatchObject([{ id: token.id, name: 'Laptop', ending: token.secret.slice(-4) }]);
    expect(listed[0]!.lastUsedAt).toEqual(expect.any(String));
    for (const table of [
      'personal_token',
      'personal_token_home',
      'audit',
      'outbox_sent',
      'idempotency_key',
    ]) {
      const rows = await query(common.database.adminUrl, `select * from ${table}`);
      expect(JSON.stringify([rows, listed])).not.toContain(token.secret);
    }
    expect((await exchange({ id: token.id, secret: 'dhk_guess' })).status).toBe(401);
  });

  test('that reads only changes nothing', async () => {
    const { owner, program } = await aToken({ readsOnly: true });
    await program.ask('get', owner.branches).expect(200);
    const { body } = await program.ask('post', owner.branches, { name: 'Pune', code: 'P' }).expect(403);
    expect(body).toMatchObject({ code: 'token-reads-only' });
  });

  test('touches neither the account nor what would outlast it', async () => {
    const { owner, token, program } = await aToken();
    const refused: readonly (readonly ['get' | 'post' | 'put', string, object?])[] = [
      ['post', 'me/password-changes', { currentPassword: password, password: 'kaveri sweets 1998' }],
      ['get', 'me/sessions'],
      ['get', 'me/personal-tokens'],
      ['post', 'me/personal-tokens', { name: 'Another', currentPassword: password }],
      ['post', `me/personal-tokens/${token.id}/revoke`],
      ['post', 'api-keys', { name: 'Shop', grants: [{ role: 'guard' }] }],
      ['post', 'invitations', { email: 'x@example.com', grants: [{ role: 'guard' }] }],
      ['post', 'roles', { name: 'Desk', patterns: ['dhanman.sales.*'] }],
      ['post', `companies/${owner.companyId}/manual-journals/${newId()}/approve`],
    ];
    for (const [method, path, body] of refused)
      expect((await program.ask(method, path, body)).body).toMatchObject({
        ...{ status: 403, code: 'not-with-token' },
      });
  });

  test('that is revoked does nothing more, with the tokens it has or with new ones', async () => {
    const { owner, token, program } = await aToken();
    await program.ask('get', owner.branches).expect(200);
    const { body } = await owner.ask('post', `me/personal-tokens/${token.id}/revoke`).expect(200);
    expect(body).toMatchObject({ id: token.id, endedAt: expect.any(String) as unknown });
    await program.ask('get', owner.branches).expect(401);
    expect((await exchange(token)).status).toBe(401);
    await owner.ask('post', `me/personal-tokens/${token.id}/revoke`).expect(200);
  });

  test('gets tokens for no longer than it lives itself', async () => {
    const { token } = await aToken();
    const endsAt = (time: string) =>
      query(common.database.adminUrl, `update personal_token set expires_at = ${time} where id = $1`, [
        token.id,
      ]);
    await endsAt(`now() + interval '90 seconds'`);
    const { claims } = await asProgram(token);
    expect(claims.exp! - claims.iat!).toBeLessThanOrEqual(90);
    await endsAt('now()');
    expect((await exchange(token)).status).toBe(401);
  });
});

describe('a personal token ends', () => {
  const membershipOf = async ({ organizationId, person }: { organizationId: Id; person: Person }) => {
    const sql = 'select id from membership where organization_id = $1 and person_id = $2';
    const [row] = await query<{ id: string }>(common.database.adminUrl, sql, [organizationId, person.id]);
    return row!.id;
  };

  test('with the membership, and does not come back with it', async () => {
    const { owner, token, program } = await aToken();
    const boss = await anOwner(owner.organizationId);
    const membership = await membershipOf(owner);
    await boss.ask('post', `memberships/${membership}/revoke`).expect(200);
    await program.ask('get', 'me').expect(403);
    expect((await exchange(token)).status).toBe(401);
    await boss.ask('post', `memberships/${membership}/restore`).expect(200);
    expect((await exchange(token)).status).toBe(401);
  });

  test('with a new password, in every organization', async () => {
    const { owner, token, program } = await aToken();
    await owner
      .ask('post', 'me/password-changes', { currentPassword: password, password: 'kaveri sweets 1998' })
      .expect(204);
    await program.ask('get', owner.branches).expect(401);
    expect((await exchange(token)).status).toBe(401);
    expect(await owner.list()).toMatchObject([{ endedAt: expect.any(String) as unknown }]);
  });

  test('with the account', async () => {
    const { owner, token, program } = await aToken();
    const people = common.service.get(PeopleService);
    await common.inTransaction((tx) => people.deactivate(tx, owner.person.id));
    await program.ask('get', owner.branches).expect(401);
    expect((await exchange(token)).status).toBe(401);
    await common.inTransaction((tx) => people.reactivate(tx, owner.person.id));
    expect((await exchange(token)).status).toBe(401);
  });
});

describe('who makes a personal token', () => {
  test('gives the password once more, and a sensible end', async () => {
    const owner = await anOwner();
    const make = (details: object) => owner.ask('post', 'me/personal-tokens', { name: 'Laptop', ...details });
    await make({}).expect(400);
    expect((await make({ currentPassword: 'something else' }).expect(403)).body).toMatchObject({
      code: 'password-wrong',
    });
    for (const validDays of [0, 366]) await make({ currentPassword: password, validDays }).expect(400);
    expect(await owner.list()).toEqual([]);
  });

  test('is told of it by mail', async () => {
    const { owner } = await aToken({ name: 'Month end' });
    const mail = await until(
      async () =>
        (await common.mailsTo(owner.person.email)).find(({ subject }) => subject.includes('personal token')),
      { deadlineMs: 30_000 },
    );
    expect(mail.text).toContain('the token “Month end” was made for ');
  });

  test('sees and revokes no token of a colleague', async () => {
    const { owner, token, program } = await aToken();
    const colleague = await anOwner(owner.organizationId);
    expect(await colleague.list()).toEqual([]);
    await colleague.ask('post', `me/personal-tokens/${token.id}/revoke`).expect(404);
    await program.ask('get', owner.branches).expect(200);
    const path = `audit?entityId=${token.id}&action=changed`;
    expect((await owner.ask('get', path).expect(200)).body).toMatchObject({ items: [] });
  });

  test('has twenty at most', async () => {
    const owner = await anOwner();
    const [{ id }] = [await owner.make()];
    await query(
      common.database.adminUrl,
      `insert into personal_token (organization_id, id, person_id, name, secret_hash, ending, reads_only, expires_at)
       select organization_id, gen_random_uuid(), person_id, name, secret_hash, ending, reads_only, expires_at
       from personal_token, generate_series(1, 19) where id = $1`,
      [id],
    );
    const body = { name: 'One more', currentPassword: password };
    expect((await owner.ask('post', 'me/personal-tokens', body).expect(409)).body).toMatchObject({
      code: 'too-many-personal-tokens',
    });
    await owner.ask('post', `me/personal-tokens/${id}/revoke`).expect(200);
    await owner.ask('post', 'me/personal-tokens', body).expect(201);
  });
});
