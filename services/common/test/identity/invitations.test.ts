import type { InvitationDto, InvitationOffer, SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { PeopleService } from '../../src/people/people.service.js';
import { Browser } from '../support/browser.js';
import { app, type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

interface Owner {
  readonly organizationId: string;
  post(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>;
}

const anAddress = (): string => `${newId()}@example.com`;
const next = 'kaveri sweets 1998';
const subject = 'You are invited to Asha Group';

async function post(path: string, body: object, token?: string) {
  const request = common.agent.post(`/api/v1/${path}`);
  const answer = await (token === undefined
    ? request.send(body)
    : request.set('authorization', `Bearer ${token}`).send(body));
  return { status: answer.status, body: answer.body as Record<string, unknown> };
}

const tokenOf = (userId: string, organizationId: string = newId()): Promise<string> =>
  aToken({ userId, organizationId });

/** For which organization the issuer gives somebody a token, which it does only for their password. */
async function organizationOf(email: string, typed = password): Promise<unknown> {
  return decodeJwt((await new Browser(common).signIn(email, typed)).access_token)['org'];
}

/** Somebody with an account who owns an organization. */
async function anOwner(): Promise<Owner> {
  const { id, email, name } = await common.aPerson();
  const { body } = await post('sign-ups', {
    organization: { name: 'Asha Group' },
    company: { name: 'Asha Traders' },
    person: { name, email },
  });
  const { organizationId } = body as unknown as SignedUp;
  const token = await tokenOf(id, organizationId);
  return { organizationId, post: (path, sent = {}) => post(path, sent, token) };
}

async function invited(owner: Owner, email: string, grants: readonly object[] = [{ role: 'sales' }]) {
  const { status, body } = await owner.post('invitations', { email, grants });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body as unknown as InvitationDto;
}

/** The text of the link in the latest mail of an invitation, once there are so many. */
async function linkTo(email: string, mails = 1): Promise<string> {
  const texts = await until(
    async () => {
      const all = (await common.mailsTo(email)).filter((mail) => mail.subject === subject);
      return all.length >= mails && all.map(({ text }) => text);
    },
    { deadlineMs: 30_000, what: `${mails} mails arrive` },
  );
  const [, link] = new RegExp(`${app}/join#(\\S+)`).exec(texts[0]!) ?? [];
  return link!;
}

describe('an invitation by mail', () => {
  test('lets somebody new choose a password and makes them a member at once', async () => {
    const owner = await anOwner();
    const email = anAddress();
    await invited(owner, email);
    const token = await linkTo(email);
    const { body: offer } = await post('invitations/look', { token });
    expect(offer as unknown as InvitationOffer).toMatchObject({
      ...{ organization: 'Asha Group', invitedBy: 'Asha Kulkarni', email, hasAccount: false },
    });
    const weak = await post('invitations/accept', { token, name: 'Ravi', password: 'Password@123' });
    expect(weak).toMatchObject({ status: 422, body: { code: 'password-weak' } });
    const accepted = await post('invitations/accept', { token, name: 'Ravi', password: next });
    expect(accepted).toMatchObject({ status: 200, body: { organizationId: owner.organizationId } });
    expect(await organizationOf(email, next)).toBe(owner.organizationId);
    expect((await common.mailsTo(email)).map((mail) => mail.subject)).toEqual([subject]);
  });

  test('asks who has an account to sign in, and touches neither their password nor their name', async () => {
    const owner = await anOwner();
    const { id, email } = await common.aPerson({ name: 'Meera Shah' });
    await invited(owner, email.toUpperCase());
    const token = await linkTo(email.toUpperCase());
    expect((await post('invitations/look', { token })).body).toMatchObject({ hasAccount: true });
    const stolen = await post('invitations/accept', { token, name: 'Mallory', password: next });
    expect(stolen).toMatchObject({ status: 409, body: { code: 'account-exists' } });
    expect(await post('me/memberships', { token }, await tokenOf(id))).toMatchObject({ status: 201 });
    expect(await organizationOf(email)).toBe(owner.organizationId);
    const people = common.service.get(PeopleService);
    expect(await common.inTransaction((tx) => people.profile(tx, id))).toMatchObject({ name: 'Meera Shah' });
  });

  test('is not for somebody else who is signed in, and is still open afterwards', async () => {
    const owner = await anOwner();
    const email = anAddress();
    await invited(owner, email);
    const token = await linkTo(email);
    const other = await tokenOf((await common.aPerson()).id);
    expect(await post('me/memberships', { token }, other)).toMatchObject({
      ...{ status: 403, body: { code: 'invitation-for-another' } },
    });
    expect((await post('invitations/look', { token })).status).toBe(200);
    expect((await post('me/memberships', { token })).status).toBe(401);
  });

  test('works once, however many accept at the same moment', async () => {
    const owner = await anOwner();
    const email = anAddress();
    await invited(owner, email);
    const token = await linkTo(email);
    const accept = () => post('invitations/accept', { token, name: 'Ravi', password: next });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await accept()).toMatchObject({ body: { code: 'invitation-accepted' } });
  });
});

describe('an invitation that is sent again', () => {
  test('has a new link, and the one before opens nothing', async () => {
    const owner = await anOwner();
    const email = anAddress();
    const { id } = await invited(owner, email);
    const first = await linkTo(email);
    expect(await owner.post(`invitations/${id}/send-again`)).toMatchObject({
      ...{ status: 200, body: { timesSent: 2, state: 'open' } },
    });
    const second = await linkTo(email, 2);
    expect(await post('invitations/look', { token: first })).toMatchObject({
      ...{ status: 404, body: { code: 'invitation-not-valid' } },
    });
    expect((await post('invitations/look', { token: second })).status).toBe(200);
  });

  test('after it had run out works again', async () => {
    const owner = await anOwner();
    const email = anAddress();
    const { id } = await invited(owner, email);
    const late = await linkTo(email);
    const past = `update invitation set expires_at = now() where id = $1`;
    await query(common.database.adminUrl, past, [id]);
    expect(await post('invitations/look', { token: late })).toMatchObject({
      ...{ status: 409, body: { code: 'invitation-expired' } },
    });
    await owner.post(`invitations/${id}/send-again`);
    expect((await post('invitations/look', { token: await linkTo(email, 2) })).status).toBe(200);
  });
});

describe('an invitation that is none', () => {
  test('any more was withdrawn; no mail about it leaves any more', async () => {
    const owner = await anOwner();
    const email = anAddress();
    const { id } = await invited(owner, email);
    const token = await linkTo(email);
    await owner.post(`invitations/${id}/withdraw`);
    for (const path of ['invitations/look', 'invitations/accept']) {
      const body = path.endsWith('look') ? { token } : { token, name: 'Ravi', password: next };
      expect(await post(path, body)).toMatchObject({ status: 409, body: { code: 'invitation-withdrawn' } });
    }
    expect(await owner.post(`invitations/${id}/send-again`)).toMatchObject({
      ...{ status: 409, body: { code: 'invitation-answered' } },
    });
  });

  test.each([newId(), `${newId()}.${newId()}`, 'neither an organization nor a secret'])(
    'and never was: %s',
    async (token) => {
      expect(await post('invitations/look', { token })).toMatchObject({
        ...{ status: 404, body: { code: 'invitation-not-valid' } },
      });
    },
  );

  test('the second to an address, or one to a member, is refused; after one that ran out it is not', async () => {
    const owner = await anOwner();
    const email = anAddress();
    const { id } = await invited(owner, email);
    const again = { email: email.toUpperCase(), grants: [{ role: 'guard' }] };
    expect(await owner.post('invitations', again)).toMatchObject({ body: { code: 'already-invited' } });
    await query(common.database.adminUrl, `update invitation set expires_at = now() where id = $1`, [id]);
    expect((await owner.post('invitations', again)).status).toBe(201);
    const token = await linkTo(again.email);
    await post('invitations/accept', { token, name: 'Ravi', password: next });
    expect(await owner.post('invitations', again)).toMatchObject({ body: { code: 'already-member' } });
  });

  test('stands in no table, queue or answer as the text that opens it', async () => {
    const owner = await anOwner();
    const email = anAddress();
    const answer = await invited(owner, email);
    const token = await linkTo(email);
    const [, secret = ''] = token.split('.');
    const tables = await query(
      common.database.adminUrl,
      `select to_jsonb(i)::text from invitation i union all select to_jsonb(j)::text from job j
       union all select to_jsonb(o)::text from outbox_sent o union all select to_jsonb(a)::text from audit a`,
    );
    expect(secret.length).toBe(43);
    expect(JSON.stringify([tables, answer])).not.toContain(secret);
  });
});
