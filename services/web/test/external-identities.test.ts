import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { openBrowser } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from '../../../deploy/bench/parts/front-door.ts';

let door: FrontDoor;
let browser: Browser;

const issuer = 'https://sahyadri.example.eu/';

beforeAll(async () => {
  const key = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const jwks = { keys: [{ ...key, kid: 'one', alg: 'EdDSA', use: 'sig' }] };
  const others = [{ issuer, audience: 'dhanman', jwks, permissions: 'ignored' }];
  const ofCommon = { AUTH_OTHER_ISSUERS: JSON.stringify(others) };
  [door, browser] = await Promise.all([openFrontDoor(['sales'], ofCommon), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});

it('an owner links a sign-in of elsewhere to a member, sees it there and unlinks it', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/people');
  const dialog = page.getByRole('dialog', { name: 'Link sign-in of Asha Kulkarni' });
  const open = () => page.getByRole('button', { name: 'Link sign-in of Asha Kulkarni' }).click();
  await open();
  await dialog.getByLabel('Issuer').fill('https://unknown.example/');
  await dialog.getByLabel('Subject').fill('auth0|5f7c8ec7');
  await dialog.getByRole('button', { name: 'Link sign-in' }).click();
  await dialog.getByText('Sign-ins of this issuer are not accepted here.').first().waitFor();
  await dialog.getByLabel('Issuer').fill(issuer);
  await dialog.getByRole('button', { name: 'Link sign-in' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await open();
  await dialog.getByText('auth0|5f7c8ec7').waitFor();
  await dialog.getByText(issuer).waitFor();
  await lookedAt(page, 'link-identity');
  await page.setViewportSize({ width: 360, height: 800 });
  await lookedAt(page, 'link-identity-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Unlink auth0|5f7c8ec7' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await open();
  expect(await dialog.getByText('auth0|5f7c8ec7').count()).toBe(0);
  await close();
}, 120_000);
