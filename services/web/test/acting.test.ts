import { newId } from '@dhanman/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anOwner, lookedAt, password } from './support/account.js';
import { openBrowser, visit } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from './support/front-door.js';

let door: FrontDoor;
let browser: Browser;

beforeAll(async () => {
  [door, browser] = await Promise.all([openFrontDoor(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});

it('an owner acts as a member, with a reason, sees what they see and stops again', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const email = `${newId()}@example.com`;
  await page.goto('/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const invitation = page.getByRole('dialog');
  await invitation.getByLabel('E-mail address').fill(email);
  await invitation.getByLabel('Role').selectOption({ label: 'Sales' });
  await invitation.getByRole('button', { name: 'Send invitation' }).click();
  await invitation.waitFor({ state: 'hidden' });
  const { page: theirs, close: leave } = await visit(browser, door.address);
  await theirs.goto(await door.linkTo(email, 'You are invited to Sahyadri Office Supplies'));
  await theirs.getByLabel('Your name').fill('Ravi Deshmukh');
  await theirs.getByLabel('New password').fill(password);
  await theirs.getByRole('button', { name: 'Join Sahyadri Office Supplies' }).click();
  await theirs.getByRole('button', { name: 'Your account' }).waitFor();
  await leave();

  await page.reload();
  await page.getByRole('button', { name: 'Act as Ravi Deshmukh' }).click();
  await page.getByLabel('Reason').fill('His invoice list stays empty');
  await lookedAt(page, 'act-as');
  await page.getByRole('dialog').getByRole('button', { name: 'Act as' }).click();
  const bar = page.getByRole('region', { name: 'Acting as somebody else' });
  await bar.getByText('You act as Ravi Deshmukh until').waitFor();
  await page.getByRole('button', { name: 'Ravi Deshmukh, Your account' }).click();
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  await lookedAt(page, 'acting');
  await page.reload();
  await bar.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  await page.getByRole('button', { name: 'Asha Kulkarni, Your account' }).waitFor();
  expect(await bar.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
