import { newId } from '@dhanman/kernel';
import { Mails } from '@dhanman/platform';
import { freePort, query, startService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { SMTPServer } from 'smtp-server';
import { CommonConfig } from '../../src/config.js';
import { CredentialsService } from '../../src/identity/credentials.service.js';
import { common as definition } from '../../src/main.js';
import { PeopleService } from '../../src/people/people.service.js';
import type { Person } from '../../src/people/person.js';
import { Browser } from '../support/browser.js';
import { type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

const next = 'kaveri sweets 1998';

async function post(path: string, body: object): Promise<{ status: number; code?: string; body: unknown }> {
  const answer = await common.agent.post(`/api/v1/identity/${path}`).send(body);
  return { status: answer.status, code: (answer.body as { code?: string }).code!, body: answer.body };
}

async function statusOfSignIn(email: string, tried: string): Promise<number> {
  const browser = new Browser(common);
  const { uid } = await browser.begin();
  return (await browser.step(uid!, 'password', { email, password: tried })).status;
}

describe('a forgotten password', () => {
  test('is replaced by whoever reads the mail; every session ends and the owner is told', async () => {
    const { email } = await common.aPerson();
    const browser = new Browser(common);
    const tokens = await browser.signIn(email);
    expect(await post('account-requests', { email, mail: 'reset-password' })).toMatchObject({ status: 204 });
    const token = await common.linkTo(email, 'Choose a new password');
    expect(await post('password-resets', { token, password: next })).toMatchObject({ status: 204 });
    expect(await statusOfSignIn(email, password)).toBe(401);
    expect(await statusOfSignIn(email, next)).toBe(200);
    expect(await browser.refresh(tokens.refresh_token)).toMatchObject({ status: 400 });
    await until(
      async () =>
        (await common.mailsTo(email)).some(({ subject }) => subject === 'Your password was changed'),
      {
        deadlineMs: 30_000,
      },
    );
  });

  test('is asked for with the same answer whether the address is known or not, and only the owner gets a mail', async () => {
    const { email } = await common.aPerson();
    const unknown = `${newId()}@example.com`;
    const [one, other] = [
      await post('account-requests', { email: unknown, mail: 'reset-password' }),
      await post('account-requests', { email, mail: 'reset-password' }),
    ];
    expect(one).toEqual(other);
    await common.linkTo(email, 'Choose a new password');
    expect(await common.mailsTo(unknown)).toEqual([]);
    const jobs = await query(common.database.adminUrl, 'select payload from job');
    expect(JSON.stringify(jobs)).not.toMatch(/example\.com/);
  });

  test('has a link that works once, and of several only the last', async () => {
    const { email } = await common.aPerson();
    await post('account-requests', { email, mail: 'reset-password' });
    const first = await common.linkTo(email, 'Choose a new password');
    await post('account-requests', { email, mail: 'reset-password' });
    const second = await until(
      async () => {
        const link = await common.linkTo(email, 'Choose a new password');
        return link !== first && link;
      },
      { deadlineMs: 30_000 },
    );
    expect(await post('password-resets', { token: first, password: next })).toMatchObject({
      code: 'link-not-valid',
    });
    const both = await Promise.all([
      post('password-resets', { token: second, password: next }),
      post('password-resets', { token: second, password: 'marina heights 42' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  test('has a link that ends, and stands nowhere in the database', async () => {
    const { id, email } = await common.aPerson();
    await post('account-requests', { email, mail: 'reset-password' });
    const token = await common.linkTo(email, 'Choose a new password');
    const tables = await query(
      common.database.adminUrl,
      `select to_jsonb(l)::text from mail_link l union all select to_jsonb(j)::text from job j
       union all select to_jsonb(o)::text from outbox_sent o`,
    );
    expect(JSON.stringify(tables)).not.toContain(token);
    await query(common.database.adminUrl, 'update mail_link set expires_at = now() where person_id = $1', [
      id,
    ]);
    expect(await post('password-resets', { token, password: next })).toMatchObject({
      code: 'link-not-valid',
    });
  });

  test('is not replaced by a weak one, and the link still works afterwards', async () => {
    const { email } = await common.aPerson();
    await post('account-requests', { email, mail: 'reset-password' });
    const token = await common.linkTo(email, 'Choose a new password');
    expect(await post('password-resets', { token, password: 'Password@123' })).toMatchObject({
      ...{ status: 422, code: 'password-weak' },
      body: { errors: [{ path: 'password' }] },
    });
    expect(await post('password-resets', { token, password: next })).toMatchObject({ status: 204 });
  });

  test('cannot be asked for again and again', async () => {
    const email = `${newId()}@example.com`;
    const statuses = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push((await post('account-requests', { email, mail: 'reset-password' })).status);
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
  });
});

describe('the first mail to a new person', () => {
  async function invited(): Promise<Person> {
    const people = common.service.get(PeopleService);
    const details = { email: `${newId()}@example.com`, name: 'asha' };
    return common.inTransaction(async (tx) => {
      const person = await people.register(tx, details);
      await common.service.get(CredentialsService).welcome(tx, person);
      return person;
    });
  }

  test('lets them choose a password and a name', async () => {
    const { id, email } = await invited();
    const token = await common.linkTo(email, 'Welcome to Dhanman');
    const accepted = await post('invitation-acceptances', { token, password: next, name: 'Asha Kulkarni' });
    expect(accepted.status).toBe(204);
    expect(
      await common.inTransaction((tx) => common.service.get(PeopleService).profile(tx, id)),
    ).toMatchObject({
      ...{ name: 'Asha Kulkarni', status: 'active' },
    });
    expect(await statusOfSignIn(email, next)).toBe(200);
  });

  test('is no password reset: a link works for its own purpose only', async () => {
    const { email } = await invited();
    const token = await common.linkTo(email, 'Welcome to Dhanman');
    expect(await post('password-resets', { token, password: next })).toMatchObject({
      code: 'link-not-valid',
    });
    expect(await post('address-verifications', { token })).toMatchObject({ code: 'link-not-valid' });
  });

  test('whose transaction is rolled back sends no mail', async () => {
    const people = common.service.get(PeopleService);
    const details = { email: `${newId()}@example.com`, name: 'asha' };
    const failed = common.inTransaction(async (tx) => {
      const person = await people.register(tx, details);
      await common.service.get(CredentialsService).welcome(tx, person);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const later = await invited();
    await common.linkTo(later.email, 'Welcome to Dhanman');
    expect(await common.mailsTo(details.email)).toEqual([]);
  });

  test('to verify an address is sent again on demand until it is proven', async () => {
    const { email } = await invited();
    await post('account-requests', { email, mail: 'verify-address' });
    const token = await common.linkTo(email, 'Please confirm your e-mail address');
    expect(await post('address-verifications', { token })).toMatchObject({ status: 204 });
    expect(await post('address-verifications', { token })).toMatchObject({ code: 'link-not-valid' });
  });
});

describe('signing up', () => {
  const signUp = (email: string) =>
    common.agent.post('/api/v1/sign-ups').send({
      organization: { name: 'Sahyadri Office Supplies' },
      company: { name: 'Sahyadri Office Supplies', kind: 'business' },
      person: { name: 'Asha Kulkarni', email },
    });

  test('sends a mail by which the owner chooses a password; then their token is for the new organization', async () => {
    const email = `${newId()}@example.com`;
    const { body } = await signUp(email).expect(201);
    const token = await common.linkTo(email, 'Welcome to Dhanman');
    await post('invitation-acceptances', { token, password: next });
    const tokens = await new Browser(common).signIn(email, next);
    const { organizationId, personId } = body as { organizationId: string; personId: string };
    expect(decodeJwt(tokens.access_token)).toMatchObject({ org: organizationId, sub: personId });
  });

  test('with an address that has an account changes nothing about it, and only its owner is told', async () => {
    const { email } = await common.aPerson();
    await signUp(email).expect(201);
    await until(async () => (await common.mailsTo(email)).some(({ subject }) => /already/.test(subject)), {
      deadlineMs: 30_000,
    });
    expect(await statusOfSignIn(email, password)).toBe(200);
  });
});

describe('mails', () => {
  test('are shown as a page, with their text escaped', async () => {
    const email = '<script>alert(1)</script>@example.com';
    await common.service.get(Mails).send({ to: email, subject: '<b>', text: '"&', id: newId() });
    const { text } = await common.agent
      .get('/dev/mail')
      .expect('content-type', /text\/html/)
      .expect(200);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });

  test('go out by SMTP where a server is named, and then there is no page', async () => {
    const received = Promise.withResolvers<string>();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        void stream.toArray().then((chunks: Buffer[]) => {
          received.resolve(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    const port = await freePort();
    await new Promise<void>((listening) => void server.listen(port, '127.0.0.1', listening));
    const sending = await startService(definition, {
      overrides: { MAIL_URL: `smtp://127.0.0.1:${String(port)}` },
    });
    try {
      const id = newId();
      await sending.service.get(Mails).send({ to: 'asha@example.com', subject: 'Namaste', text: 'नमस्ते', id });
      const mail = await received.promise;
      expect(mail).toMatch(/^To: asha@example\.com/m);
      expect(mail).toContain(`Message-ID: <${id}@dhanman.com>`);
      await sending.agent.get('/dev/mail').expect(404);
      expect(await query(sending.database.adminUrl, 'select id from kept_mail')).toEqual([]);
    } finally {
      await sending.stop();
      await new Promise<void>((closed) => server.close(() => closed()));
    }
  });

  test('cannot be kept in production: the service does not start without a server for them', () => {
    const environment = {
      ...{
        ENVIRONMENT: 'prod',
        PORT: '5001',
        METRICS_PORT: '6001',
        OIDC_PORT: '7001',
        PUBLIC_URL: 'https://c',
      },
      ...{
        APP_URL: 'https://app',
        DATABASE_URL: 'postgres://d',
        AMQP_URL: 'amqp://a',
        REDIS_JOBS_URL: 'redis://r',
      },
      ...{ REDIS_CACHE_URL: 'redis://r', S3_ENDPOINT: 'https://s', S3_BUCKET: 'bucket', S3_ACCESS_KEY: 'a' },
      ...{
        S3_SECRET_KEY: 'b',
        AUTH_ISSUER: 'https://i',
        AUTH_AUDIENCE: 'dhanman',
        IDENTITY_KEY: 'k'.repeat(32),
      },
      AUTH_JWKS: '{"keys":[{"kty":"OKP"}]}',
    };
    expect(() => new CommonConfig(environment)).toThrow('MAIL_URL is missing');
    expect(new CommonConfig({ ...environment, MAIL_URL: 'smtps://m' }).keepsMail).toBe(false);
  });
});
