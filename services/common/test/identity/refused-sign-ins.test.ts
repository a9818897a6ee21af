import { Metrics } from '@dhanman/platform';
import { query } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { type IssuingCommon, password, startIssuingCommon } from '../support/issuing-common.js';

let common: IssuingCommon;

beforeAll(async () => {
  common = await startIssuingCommon();
});

afterAll(async () => {
  await common.stop();
});

async function figures(): Promise<{ text: string; counts: Readonly<Record<string, number>> }> {
  const all = await (await fetch(common.service.get(Metrics).url)).text();
  const text = all
    .split('\n')
    .filter((line) => line.startsWith('sign_ins_refused_total'))
    .join('\n');
  const found = [...text.matchAll(/^sign_ins_refused_total\{reason="([a-z-]+)"\} (\d+)$/gm)];
  return { text, counts: Object.fromEntries(found.map(([, reason = '', count]) => [reason, Number(count)])) };
}

async function attempt(email: string, typed: string): Promise<number> {
  const browser = new Browser(common);
  const { uid = '' } = await browser.begin();
  return (await browser.step(uid, 'password', { email, password: typed })).status;
}

const none = {
  ...{ 'sign-in-refused': 0, 'address-not-verified': 0, 'sign-in-locked': 0, 'code-wrong': 0 },
  ...{ 'passkey-refused': 0, 'sign-in-busy': 0, 'foreign-page': 0 },
};

test('refused sign-ins are counted by reason, and nothing tells whose they were', async () => {
  expect((await figures()).counts).toEqual(none);
  const { email } = await common.aPerson();
  expect(await attempt(email, password)).toBe(200);
  expect((await figures()).counts).toEqual(none);
  for (let time = 0; time < 5; time += 1) await attempt(email, 'not the password');
  expect(await attempt(email, password)).toBe(429);
  await query(common.database.adminUrl, 'delete from sign_in_attempts');
  await query(common.database.adminUrl, `update person set status = 'invited' where email = $1`, [email]);
  expect(await attempt(email, password)).toBe(403);
  const { counts, text } = await figures();
  expect(counts).toEqual({
    ...none,
    ...{ 'sign-in-refused': 5, 'sign-in-locked': 1, 'address-not-verified': 1 },
  });
  expect(text).not.toContain(email);
  expect(text).not.toContain('127.0.0.1');
});
