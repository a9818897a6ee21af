import type { AuditPage, MeDto, StandInDto } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aMember, freePort, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, startIssuingCommon } from '../support/issuing-common.js';

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

const reason = 'Her invoice list stays empty';

interface Office {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** A new member with a role, and their membership. */
  hire(role: string, name?: string): Promise<{ personId: Id; email: string; membershipId: string }>;
}

async function anOffice(): Promise<Office> {
  const [organizationId, companyId] = [newId(), newId()];
  const hire = async (role: string, name?: string) => {
    const { id, email } = await common.aPerson(name === undefined ? {} : { name });
    const place = { organizationId, companyIds: [companyId], personId: id };
    await aMember(common, { ...place, grants: [{ role }] });
    const sql = 'select id from membership where organization_id = $1 and person_id = $2';
    const [row] = await query<{ id: string }>(common.database.adminUrl, sql, [organizationId, id]);
    return { personId: id as Id, email, membershipId: row!.id };
  };
  return { organizationId, companyId, hire };
}

/** Somebody at their browser; `renew` is what the app does to get a token of the present moment. */
async function atWork({ email }: { readonly email: string }) {
  const browser = new Browser(common);
  let tokens = await browser.signIn(email);
  const ask = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    common.agent[method](`/api/v1/${path}`).set('authorization', `Bearer ${tokens.access_token}`).send(body);
  const renew = async () => {
    tokens = (await browser.refresh(tokens.refresh_token)).body as unknown as typeof tokens;
    return decodeJwt(tokens.access_token);
  };
  const actAs = async (membershipId: string) => {
    const { body } = await ask('post', 'stand-ins', { membershipId, reason }).expect(201);
    return { standIn: body as StandInDto, claims: await renew() };
  };
  return { ask, renew, actAs, token: () => tokens.access_token };
}

async function aStandIn(role = 'sales') {
  const office = await anOffice();
  const [helper, asha] = [await office.hire('administrator', 'Ravi'), await office.hire(role, 'Asha')];
  const ravi = await atWork(helper);
  return { office, helper, asha, ravi, ...(await ravi.actAs(asha.membershipId)) };
}

describe('who acts as another', () => {
  test('gets tokens of the other that say who it really is, for half an hour at most', async () => {
    const { office, helper, asha, standIn, claims } = await aStandIn();
    expect(standIn).toMatchObject({ person: { id: asha.personId, name: 'Asha' }, reason });
    expect(claims).toMatchObject({
      sub: asha.personId,
      act: { sub: helper.personId },
      org: office.organizationId,
    });
    expect(claims).not.toHaveProperty('place');
    const endsAt = Date.parse(standIn.endsAt) / 1000;
    expect(endsAt - claims.iat!).toBeGreaterThan(29 * 60);
    expect(endsAt - claims.iat!).toBeLessThan(30 * 60 + 1);
  });

  test('sees what the other sees here, and is told so', async () => {
    const { asha, office, standIn, ravi } = await aStandIn();
    await aMember(common, { personId: asha.personId });
    const me = (await ravi.ask('get', 'me').expect(200)).body as MeDto;
    expect(me.person).toMatchObject({ id: asha.personId, name: 'Asha' });
    expect(me.organizations.map(({ id }) => id)).toEqual([office.organizationId]);
    expect(me.actedBy).toEqual({ name: 'Ravi', reason, endsAt: standIn.endsAt });
    expect(me.permissions).toContain('dhanman.sales.invoice.create');
    expect(me.permissions).not.toContain('dhanman.common.membership.read');
  });

  test('never has more rights than the other', async () => {
    const { ravi, office } = await aStandIn();
    await ravi.ask('get', 'memberships').expect(403);
    await ravi.ask('post', `companies/${office.companyId}/branches`, { name: 'Pune', code: 'P' }).expect(403);
  });

  test('changes neither password nor factors nor sessions, nor what would outlast the acting', async () => {
    const { ravi, helper, office } = await aStandIn('administrator');
    const refused: readonly (readonly ['get' | 'post' | 'put', string, object?])[] = [
      ['post', 'me/password-changes', { currentPassword: 'x', password: 'kaveri sweets 1998' }],
      ['post', 'me/second-factor/enrolments', { currentPassword: 'x' }],
      ['post', 'me/closings', { currentPassword: 'x' }],
      ['get', 'me/sessions'],
      ['get', 'me/passkeys'],
      ['put', 'me/organization', { organizationId: newId() }],
      ['post', 'api-keys', { name: 'Shop', grants: [{ role: 'guard' }] }],
      ['post', 'invitations', { email: 'x@example.com', grants: [{ role: 'guard' }] }],
      ['post', 'webhooks', { url: 'https://hooks.example.com', events: ['common.company-changed.v1'] }],
      ['post', 'roles', { name: 'Desk', patterns: ['dhanman.sales.*'] }],
      ['post', `memberships/${helper.membershipId}/revoke`],
      ['post', `companies/${office.companyId}/manual-journals/${newId()}/submit`],
      ['post', `companies/${office.companyId}/manual-journals/${newId()}/approve`],
      ['post', 'stand-ins', { membershipId: helper.membershipId, reason }],
    ];
    for (const [method, path, body] of refused)
      expect((await ravi.ask(method, path, body)).body).toMatchObject({
        status: 403,
        code: 'not-while-acting',
      });
  });

  test('is named beside the other in the audit trail, with the reason', async () => {
    const { ravi, helper, asha, office } = await aStandIn('administrator');
    await ravi
      .ask('post', `companies/${office.companyId}/branches`, { name: 'Pune', code: 'PUNE' })
      .expect(201);
    const trail = (await ravi.ask('get', 'audit').expect(200)).body as AuditPage;
    const [branch, begun] = trail.items;
    expect(branch).toMatchObject({ entity: 'branch', actor: helper.personId, actingFor: asha.personId });
    expect(begun).toMatchObject({ entity: 'stand-in', actor: helper.personId, actingFor: null });
    expect(begun!.changes).toContainEqual({ field: 'reason', before: null, after: reason });
  });

  test('stops whenever they like, and is themselves again', async () => {
    const { ravi, helper } = await aStandIn();
    await ravi.ask('post', 'stand-ins/end').expect(204);
    expect(await ravi.renew()).toMatchObject({ sub: helper.personId });
    expect((await ravi.ask('get', 'me').expect(200)).body).toMatchObject({ actedBy: null });
    await ravi.ask('post', 'stand-ins/end').expect(204);
  });

  test('is themselves again when the time is over', async () => {
    const { ravi, helper, standIn } = await aStandIn();
    await query(common.database.adminUrl, `update stand_in set ends_at = now() where id = $1`, [standIn.id]);
    const claims = await ravi.renew();
    expect(claims.sub).toBe(helper.personId);
    expect(claims).not.toHaveProperty('act');
  });

  test('gets a token that ends with the acting, when that is nearer than ten minutes', async () => {
    const { ravi, standIn, asha } = await aStandIn();
    const sql = `update stand_in set ends_at = now() + interval '2 minutes' where id = $1`;
    await query(common.database.adminUrl, sql, [standIn.id]);
    const claims = await ravi.renew();
    expect(claims.sub).toBe(asha.personId);
    expect(claims.exp! - claims.iat!).toBeLessThanOrEqual(120);
  });

  test('loses the place at the next request when the right to act is taken away', async () => {
    const { ravi, helper, office } = await aStandIn();
    const boss = await atWork(await office.hire('owner'));
    await boss
      .ask('get', `memberships/${helper.membershipId}`)
      .expect(200)
      .then(({ headers }) =>
        common.agent
          .patch(`/api/v1/memberships/${helper.membershipId}`)
          .set('authorization', `Bearer ${boss.token()}`)
          .set('if-match', String(headers['etag']))
          .send({ grants: [{ role: 'sales' }] })
          .expect(200),
      );
    await ravi.ask('get', 'me').expect(401);
    expect(await ravi.renew()).toMatchObject({ sub: helper.personId });
    await ravi.ask('get', 'me').expect(200);
  });
});

/** The mails that told somebody of it, once there are so many. */
async function told(to: string, subject: string, times = 1) {
  const those = async () => (await common.mailsTo(to)).filter((mail) => mail.subject === subject);
  return until(
    async () => {
      const mails = await those();
      return mails.length === times && mails;
    },
    { deadlineMs: 30_000 },
  );
}

test('who is acted for is told by whom and why, each time it begins', async () => {
  const { ravi, asha } = await aStandIn();
  const subject = 'Somebody acts as you at Dhanman';
  const [mail] = await told(asha.email, subject);
  expect(mail!.text).toContain('Dear Asha');
  expect(mail!.text).toContain('Ravi has begun to act as you, for 30 minutes at most.');
  expect(mail!.text).toContain(reason);
  await ravi.ask('post', 'stand-ins/end').expect(204);
  await ravi.renew();
  await ravi.actAs(asha.membershipId);
  await told(asha.email, subject, 2);
});

test('who is acted for is told in their own language', async () => {
  const office = await anOffice();
  const [helper, asha] = [await office.hire('administrator', 'Ravi'), await office.hire('sales', 'Asha')];
  await (await atWork(asha)).ask('put', 'me/language', { language: 'hi' }).expect(204);
  await (await atWork(helper)).actAs(asha.membershipId);
  const [mail] = await told(asha.email, 'धनमान पर कोई आपकी ओर से काम कर रहा है');
  expect(mail!.text).toContain('नमस्ते Asha');
  expect(mail!.text).toContain(reason);
});

describe('acting is refused', () => {
  test.each([
    ['accountant', 403, 'permission-missing'],
    ['administrator', 403, 'owners-only'],
    ['owner', 201, undefined],
  ])('or not: an %s who wants to act as an owner', async (role, status, code) => {
    const office = await anOffice();
    const [one, other] = [await office.hire(role), await office.hire('owner')];
    const { ask } = await atWork(one);
    const { body } = await ask('post', 'stand-ins', { membershipId: other.membershipId, reason }).expect(
      status,
    );
    expect((body as { code?: string }).code).toBe(code);
  });

  test('as oneself, as nobody, as a member of elsewhere, as one who left, and without a reason', async () => {
    const office = await anOffice();
    const own = await office.hire('administrator');
    const [elsewhere, left] = [await (await anOffice()).hire('sales'), await office.hire('sales')];
    await query(common.database.adminUrl, 'update membership set is_active = false where id = $1', [
      left.membershipId,
    ]);
    const { ask } = await atWork(own);
    const begin = (membershipId: string, why = reason) =>
      ask('post', 'stand-ins', { membershipId, reason: why });
    expect((await begin(own.membershipId)).body).toMatchObject({ code: 'acts-for-themselves' });
    for (const id of [newId(), elsewhere.membershipId, left.membershipId]) await begin(id).expect(404);
    await begin(left.membershipId, '    ').expect(400);
    await begin(left.membershipId, '').expect(400);
  });
});
