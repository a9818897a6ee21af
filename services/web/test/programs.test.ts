import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { openBrowser } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from '../../../deploy/bench/parts/front-door.ts';

let door: FrontDoor;
let browser: Browser;
let receiver: Server;
let answers = 200;

beforeAll(async () => {
  receiver = createServer((delivery, response) => {
    delivery.resume().on('end', () => response.writeHead(answers).end('thank you'));
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  [door, browser] = await Promise.all([openFrontDoor(['sales'], { WEBHOOK_TARGETS: 'any' }), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
  receiver.close();
  receiver.closeAllConnections();
});

const narrow = { viewport: { width: 360, height: 800 } };

/** What a program does with a key: signs in at the issuer. Node does not find names of this machine, browsers do. */
async function tokenStatus(clientId: string, secret: string): Promise<number | undefined> {
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

async function shown(page: Page): Promise<readonly string[]> {
  return page.getByRole('dialog').locator('dd code').allTextContents();
}

it('an API key is made with the keyboard, works, gets a new secret and is revoked; its secret is shown once', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('link', { name: 'API keys' }).press('Enter');
  await page.getByText('No key yet').waitFor();
  await page.getByRole('button', { name: 'New API key' }).press('Enter');
  await page.keyboard.type('Web shop');
  await lookedAt(page, 'api-key-new');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Key of Web shop' }).waitFor();
  const [id = '', secret = ''] = await shown(page);
  await lookedAt(page, 'api-key-once');
  expect(await tokenStatus(id, secret)).toBe(200);
  await page.getByRole('button', { name: 'I stored it' }).press('Enter');
  await page.getByRole('button', { name: 'New secret for Web shop' }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await lookedAt(page, 'api-keys');
  await page.getByRole('button', { name: 'New secret for Web shop' }).press('Enter');
  await page.getByLabel('The secret until now').selectOption('0');
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).press('Enter');
  await page.getByRole('dialog', { name: 'Key of Web shop' }).waitFor();
  const [, second = ''] = await shown(page);
  expect([await tokenStatus(id, second), await tokenStatus(id, secret)]).toEqual([200, 401]);
  await page.getByRole('button', { name: 'I stored it' }).press('Enter');
  await page.getByRole('button', { name: 'Revoke key of Web shop' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).press('Enter');
  await page.getByText('Revoked').waitFor();
  expect(await tokenStatus(id, second)).toBe(401);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('a webhook is made, tried, refused, sent again, changed and removed', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const { port } = receiver.address() as AddressInfo;
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill(`http://127.0.0.1:${String(port)}/dhanman`);
  await dialog.getByRole('button', { name: 'New webhook' }).click();
  await dialog.getByText('Choose at least one.').waitFor();
  await dialog.getByLabel('Somebody joins').check();
  await lookedAt(page, 'webhook-new');
  await dialog.getByRole('button', { name: 'New webhook' }).click();
  await page.getByRole('dialog', { name: 'Secret of the webhook' }).waitFor();
  expect((await shown(page))[0]).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I stored it' }).click();
  await lookedAt(page, 'webhooks');
  await page.getByRole('link', { name: /^Open webhook/ }).click();
  answers = 500;
  await page.getByRole('button', { name: 'Send test' }).click();
  await page.getByRole('button', { name: /^Send again/ }).waitFor({ timeout: 30_000 });
  await page.getByText('Will be tried again').waitFor();
  await lookedAt(page, 'webhook-refused');
  answers = 200;
  await page.getByRole('button', { name: /^Send again/ }).click();
  await page.getByText('Arrived').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Details of/ }).click();
  await dialog.getByText('dhanman.test').waitFor();
  await dialog.getByText('500', { exact: true }).waitFor();
  await lookedAt(page, 'webhook-delivery');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('A company is added').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('listitem').filter({ hasText: 'A company is added' }).waitFor();
  await page.getByRole('button', { name: 'Remove webhook' }).click();
  await dialog.getByRole('button', { name: 'Remove webhook' }).click();
  await page.getByText('No webhook yet').waitFor();
  // The browser reports the form that was refused, which this test wants.
  expect(
    complaints.filter((one) => !one.includes('status of 400') && !one.includes('status of 422')),
  ).toEqual([]);
  await close();
}, 180_000);

it('both pages fit a phone and speak Hindi', async () => {
  const { page, close } = await anOwner(browser, door, narrow);
  for (const path of ['/api-keys', '/webhooks']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: /^New / }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(narrow.viewport.width);
    await lookedAt(page, `programs-360${path.replace('/', '-')}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('button', { name: /^(नई|नया) / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const words = await dialog.locator('label, legend, h2, p').allInnerTexts();
    expect(words.join('\n').replaceAll('API', '')).not.toMatch(/[A-Za-z]/);
    await lookedAt(page, `programs-360-hi${path.replace('/', '-')}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).click();
  }
  await close();
}, 180_000);
