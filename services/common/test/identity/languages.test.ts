import type { SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type IssuingCommon, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

const anAddress = (): string => `${newId()}@example.com`;

/** Signed up with the app in this language; the mail of that is not waited for. */
async function anOwner(language?: 'en' | 'hi') {
  const email = anAddress();
  const { body } = await common.agent
    .post('/api/v1/sign-ups')
    .send({
      organization: { name: 'Asha Group' },
      company: { name: 'Asha Traders' },
      person: { name: 'Asha', email, ...(language && { language }) },
    })
    .expect(201);
  const { organizationId, personId: userId } = body as SignedUp;
  const token = await aToken({ userId, organizationId });
  const ask = (method: 'get' | 'post' | 'put', path: string, sent?: object) =>
    common.agent[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(sent);
  return { email, ask };
}

const forgets = (email: string, mail: 'reset-password' | 'verify-address') =>
  common.agent.post('/api/v1/identity/account-requests').send({ email, mail }).expect(204);

test('who signs up in Hindi is welcomed, asked to confirm and given a new password in Hindi', async () => {
  const { email, ask } = await anOwner('hi');
  const token = await common.linkTo(email, 'धनमान में आपका स्वागत है');
  expect((await ask('get', 'me').expect(200)).body).toMatchObject({ person: { language: 'hi' } });
  await forgets(email, 'verify-address');
  await common.linkTo(email, 'कृपया अपने ई-मेल पते की पुष्टि करें');
  const password = 'kaveri sweets 1998';
  await common.agent.post('/api/v1/identity/invitation-acceptances').send({ token, password }).expect(204);
  await forgets(email, 'reset-password');
  await common.linkTo(email, 'नया पासवर्ड चुनें');
  const texts = (await common.mailsTo(email)).map(({ text }) => text.replaceAll(/https?:\S+|Asha/g, ''));
  expect(texts).toHaveLength(3);
  for (const text of texts) expect(text).not.toMatch(/[A-Za-z]/);
});

test('who chooses a language gets the next mail in it, and no language but ours is taken', async () => {
  const { email, ask } = await anOwner();
  await common.linkTo(email, 'Welcome to Dhanman');
  await ask('put', 'me/language', { language: 'hi' }).expect(204);
  await forgets(email, 'reset-password');
  await common.linkTo(email, 'नया पासवर्ड चुनें');
  await ask('put', 'me/language', { language: 'fr' }).expect(400);
  await ask('put', 'me/language', { language: 'en' }).expect(204);
  await forgets(email, 'reset-password');
  await common.linkTo(email, 'Choose a new password');
});

test('an invitation speaks as who is invited does, and to strangers as who invites does', async () => {
  const owner = await anOwner('hi');
  const [stranger, english] = [anAddress(), (await anOwner()).email];
  const grants = [{ role: 'sales' }];
  await owner.ask('post', 'invitations', { email: stranger, grants }).expect(201);
  await owner.ask('post', 'invitations', { email: english, grants }).expect(201);
  await common.linkTo(stranger, 'आपको Asha Group में बुलाया गया है');
  await common.linkTo(english, 'You are invited to Asha Group');
});
