import type { AuditPage, MembershipDto, MeDto } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aMember, aToken, freePort, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DeactivationsService } from '../../src/people/deactivations.service.js';
import { Browser } from '../support/browser.js';
import { issuer, type IssuingCommon, startIssuingCommon } from '../support/issuing-common.js';

/** Another issuer with people and keys of its own, and the Common under test, which accepts its tokens beside ours. */
let outside: IssuingCommon;
let common: IssuingCommon;

const trusting = 'https://says-it-itself.test';
const bold = 'https://says-who-acts-as-whom.test';
const keys = await generateKeyPair('ES256', { extractable: true });

beforeAll(async () => {
  const port = String(await freePort());
  const jwks = `http://127.0.0.1:${port}/oidc/jwks`;
  outside = await startIssuingCommon({ OIDC_PORT: port, AUTH_ISSUER: issuer, AUTH_JWKS: jwks });
  const accepted = { issuer, audience: 'dhanman-test', jwks, permissions: 'ignored' };
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const others = [
    accepted,
    { ...accepted, issuer: trusting, permissions: 'trusted' },
    { ...accepted, issuer: bold, jwks: { keys: [key] } },
  ];
  common = await startIssuingCommon({ AUTH_OTHER_ISSUERS: JSON.stringify(others) });
});

afterAll(async () => {
  await common.stop();
  await outside.stop();
});

interface Hired {
  readonly personId: Id;
  readonly membershipId: string;
  readonly ask: (method: 'get' | 'post', path: string, body?: object) => ReturnType<typeof asked>;
}

const asked = (token: string, method: 'get' | 'post' | 'put', path: string, body?: object) =>
  common.agent[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body);

async function anOffice(organizationId = newId()) {
  const companyId = newId();
  const hire = async (role: string): Promise<Hired> => {
    const personId = (await common.aPerson()).id as Id;
    await aMember(common, { organizationId, companyIds: [companyId], personId, grants: [{ role }] });
    const sql = 'select id from membership where organization_id = $1 and person_id = $2';
    const [row] = await query<{ id: string }>(common.database.adminUrl, sql, [organizationId, personId]);
    const token = await aToken({ organizationId, userId: personId });
    return { personId, membershipId: row!.id, ask: (...request) => asked(token, ...request) };
  };
  return { organizationId, companyId, hire };
}

/** Somebody who signs in at the other issuer, which says that they work for these organizations. */
async function aStranger(organizationId: Id) {
  const { id, email } = await outside.aPerson({ name: 'Known elsewhere' });
  await aMember(outside, { organizationId, personId: id, companyIds: [newId()] });
  const { access_token: token } = await new Browser(outside).signIn(email);
  expect(decodeJwt(token)).toMatchObject({ iss: issuer, sub: id, org: organizationId });
  const identity = { issuer, subject: id };
  return {
    identity,
    ask: (method: 'get' | 'post', path: string, body?: object) => asked(token, method, path, body),
  };
}

async function aLinkedStranger() {
  const office = await anOffice();
  const [owner, asha] = [await office.hire('owner'), await office.hire('sales')];
  const stranger = await aStranger(office.organizationId);
  const turn = (what: 'link' | 'unlink', { membershipId } = asha, by = owner) =>
    by.ask('post', `memberships/${membershipId}/${what}`, stranger.identity);
  const linked = (await turn('link').expect(200)).body as MembershipDto;
  return { office, owner, asha, stranger, turn, linked };
}

/** The subjects of the mails a person got, once there are so many; in the order in which they came. */
async function mailsOf(personId: string, count: number) {
  const sql = 'select email from person where id = $1';
  const [row] = await query<{ email: string }>(common.database.adminUrl, sql, [personId]);
  return until(async () => {
    const mails = await common.mailsTo(row!.email);
    return mails.length >= count && mails;
  });
}

describe('whom another issuer names', () => {
  test('is made known to the member by mail, in their language, and so is the end of it; but once each', async () => {
    const { office, asha, stranger, turn } = await aLinkedStranger();
    await turn('link').expect(200);
    const [linked] = await mailsOf(asha.personId, 1);
    expect(linked).toMatchObject({ subject: 'A sign-in elsewhere was linked to you' });
    expect(linked!.text).toContain(stranger.identity.issuer);
    const token = await aToken({ organizationId: office.organizationId, userId: asha.personId });
    await asked(token, 'put', 'me/language', { language: 'hi' }).expect(204);
    await turn('unlink').expect(200);
    await turn('unlink').expect(200);
    await turn('link').expect(200);
    const subjects = (await mailsOf(asha.personId, 3)).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual([
      'A sign-in elsewhere was linked to you',
      'दूसरी जगह का एक साइन इन आपसे जोड़ा गया',
      'दूसरी जगह का साइन इन अब आपसे जुड़ा नहीं है',
    ]);
  });

  test('is nobody here until they are linked, acts then as that member, and is nobody again once unlinked', async () => {
    const office = await anOffice();
    const [owner, asha] = [await office.hire('owner'), await office.hire('sales')];
    const { ask, identity } = await aStranger(office.organizationId);
    await ask('get', 'me').expect(403);
    const path = `memberships/${asha.membershipId}`;
    const { body } = await owner.ask('post', `${path}/link`, identity).expect(200);
    expect(body).toMatchObject({ identities: [identity] });
    const me = (await ask('get', 'me').expect(200)).body as MeDto;
    expect(me.person.id).toBe(asha.personId);
    expect(me.permissions).toContain('dhanman.sales.invoice.create');
    expect(me.permissions).not.toContain('dhanman.common.membership.read');
    await ask('get', 'memberships').expect(403);
    const after = await owner.ask('post', `${path}/unlink`, identity).expect(200);
    expect(after.body).toMatchObject({ identities: [] });
    await ask('get', 'me').expect(403);
  });

  test('acts as the member in the trail, where both linking and unlinking are found', async () => {
    const { owner, asha, stranger, turn } = await aLinkedStranger();
    await turn('unlink').expect(200);
    const { body } = await owner.ask('get', `audit?entity=membership&entityId=${asha.membershipId}&sort=at`);
    const told = (body as AuditPage).items.slice(-2);
    expect(told.map(({ actor, changes }) => ({ actor, changes }))).toEqual([
      {
        actor: owner.personId,
        changes: [{ field: 'identities', before: null, after: [stranger.identity] }],
      },
      {
        actor: owner.personId,
        changes: [{ field: 'identities', before: [stranger.identity], after: null }],
      },
    ]);
  });

  test('does what the member does, under the name of the member', async () => {
    const { office, owner, stranger, turn } = await aLinkedStranger();
    await turn('unlink').expect(200);
    const boss = await office.hire('administrator');
    await turn('link', boss).expect(200);
    const path = `companies/${office.companyId}/branches`;
    await stranger.ask('post', path, { name: 'Pune', code: 'PUNE' }).expect(201);
    const { body } = await owner.ask('get', 'audit?entity=branch').expect(200);
    expect((body as AuditPage).items).toMatchObject([{ actor: boss.personId, actingFor: null }]);
  });

  test('loses the place with the membership, and has no account, password or session here', async () => {
    const { owner, asha, stranger } = await aLinkedStranger();
    await stranger.ask('get', 'me/sessions').expect(404);
    await owner.ask('post', `memberships/${asha.membershipId}/revoke`).expect(200);
    await stranger.ask('get', 'me').expect(403);
  });

  test('is nobody any more when the member is deactivated, also after they are let in again', async () => {
    const { asha, stranger } = await aLinkedStranger();
    await stranger.ask('get', 'me').expect(200);
    const [row] = await query<{ email: string }>(
      common.database.adminUrl,
      'select email from person where id = $1',
      [asha.personId],
    );
    const deactivations = common.service.get(DeactivationsService);
    await deactivations.deactivate(row!.email);
    await stranger.ask('get', 'me').expect(403);
    await deactivations.reactivate(row!.email);
    await stranger.ask('get', 'me').expect(403);
  });

  test('is nobody in another organization, and not the same subject of our own issuer', async () => {
    const { stranger } = await aLinkedStranger();
    const elsewhere = await anOffice();
    const there = await aToken({
      organizationId: elsewhere.organizationId,
      userId: stranger.identity.subject,
    });
    expect((await asked(there, 'get', 'me')).status).toBe(403);
  });
});

/** What the issuer says that signs whatever it likes. */
function saidBoldly(claims: Readonly<Record<string, unknown>>): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
    .setIssuer(bold)
    .setAudience('dhanman-test')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.privateKey);
}

test('no other issuer says who acts as whom, even of two it may speak for', async () => {
  const office = await anOffice();
  const [owner, boss, asha] = [
    await office.hire('owner'),
    await office.hire('administrator'),
    await office.hire('sales'),
  ];
  const link = ({ membershipId }: Hired, subject: string) =>
    owner.ask('post', `memberships/${membershipId}/link`, { issuer: bold, subject }).expect(200);
  await link(boss, 'boss');
  await link(asha, 'asha');
  const claims = { sub: 'asha', org: office.organizationId };
  await asked(await saidBoldly(claims), 'get', 'me').expect(200);
  for (const sub of ['boss', boss.personId])
    await asked(await saidBoldly({ ...claims, act: { sub } }), 'get', 'me').expect(401);
});

test('no other issuer says that a personal token did it: the trail would name one of ours', async () => {
  const office = await anOffice();
  const [owner, boss] = [await office.hire('owner'), await office.hire('administrator')];
  const identity = { issuer: bold, subject: 'chief' };
  await owner.ask('post', `memberships/${boss.membershipId}/link`, identity).expect(200);
  const pat = { id: newId(), reads_only: false };
  const token = await saidBoldly({ sub: 'chief', org: office.organizationId, pat });
  const branch = { name: 'Pune', code: 'PUNE' };
  await asked(token, 'post', `companies/${office.companyId}/branches`, branch).expect(201);
  const trail = (await owner.ask('get', `audit?entity=branch&actor=${boss.personId}`).expect(200))
    .body as AuditPage;
  expect(trail.items).toMatchObject([{ action: 'created', byToken: null }]);
});

describe('linking is refused', () => {
  test('while another member has the identity, also to two who ask at once; the same twice is once', async () => {
    const { office, asha, turn, linked } = await aLinkedStranger();
    const ravi = await office.hire('sales');
    expect((await turn('link', ravi)).body).toMatchObject({ status: 409, code: 'identity-taken' });
    expect((await turn('link')).body).toMatchObject({ version: linked.version });
    await turn('unlink').expect(200);
    const both = await Promise.all([turn('link', ravi), turn('link', asha)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ['accountant', 403, 'permission-missing'],
    ['administrator', 403, 'grant-exceeds-own'],
    ['owner', 200, undefined],
  ])('or not: an %s who gives the place of an owner away', async (role, status, code) => {
    const { office, turn } = await aLinkedStranger();
    await turn('unlink').expect(200);
    const { body } = await turn('link', await office.hire('owner'), await office.hire(role)).expect(status);
    expect((body as { code?: string }).code).toBe(code);
  });

  test('for an issuer nobody accepts, for our own, for one that gives rights itself, and in another organization', async () => {
    const { asha, owner, stranger, turn } = await aLinkedStranger();
    const link = (from: string) =>
      owner.ask('post', `memberships/${asha.membershipId}/link`, { ...stranger.identity, issuer: from });
    for (const from of ['https://evil.example', 'https://identity.test', trusting])
      expect((await link(from)).body).toMatchObject({ status: 422, code: 'issuer-unknown' });
    await link('an issuer with spaces').expect(400);
    await turn('link', await (await anOffice()).hire('sales')).expect(404);
  });
});
