import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt, password } from './support/account.js';
import { browser, door } from './support/opened.js';

/** What a program does with it: signs in at the issuer. Node does not find names of this machine, browsers do. */
async function tokenStatus([clientId = '', secret = '']: readonly string[]): Promise<number | undefined> {
  const { host, port } = new URL(door.address);
  const asked = request(`http://127.0.0.1:${port}/oidc/token`, {
    method: 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    auth: `${clientId}:${secret}`,
  });
  asked.end('grant_type=client_credentials');
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

const shown = (page: Page): Promise<string[]> =>
  page.getByRole('dialog').locator('dd code').allTextContents();

it('a personal token is made with the password, shown once, works, and is revoked', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/security');
  await page.getByRole('button', { name: 'New personal token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Laptop');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await lookedAt(page, 'personal-token-new');
  await dialog.getByRole('button', { name: 'New personal token' }).click();
  await page.getByRole('dialog', { name: 'Token Laptop' }).waitFor();
  const secret = await shown(page);
  expect(await tokenStatus(secret)).toBe(200);
  await lookedAt(page, 'personal-token-once');
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(secret[1]);
  await page.reload();
  const tokens = page.getByRole('table', { name: 'Personal tokens' });
  await tokens.getByText('Only look').waitFor();
  await tokens.scrollIntoViewIfNeeded();
  await lookedAt(page, 'personal-tokens');
  await page.getByRole('button', { name: 'Revoke token Laptop' }).click();
  await tokens.getByText('Ended').waitFor();
  expect(await tokenStatus(secret)).toBe(401);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says the same in Hindi, in the dark, on a phone', async () => {
  const { page, complaints, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/security');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'नया निजी टोकन' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('नाम').fill('लैपटॉप');
  await dialog.locator('input[type=password]').fill(password);
  await lookedAt(page, 'personal-token-new-hindi-dark-360');
  await dialog.getByRole('button', { name: 'नया निजी टोकन' }).click();
  await page.getByRole('dialog', { name: 'टोकन लैपटॉप' }).waitFor();
  await lookedAt(page, 'personal-token-once-hindi-dark-360');
  await dialog.getByRole('button').last().click();
  await page.getByRole('button', { name: 'रद्द करें: टोकन लैपटॉप' }).scrollIntoViewIfNeeded();
  await lookedAt(page, 'personal-tokens-hindi-dark-360');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
