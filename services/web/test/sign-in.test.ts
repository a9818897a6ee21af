import { newId } from '@dhanman/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, screenshot, visit } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from './support/front-door.js';

const password = 'tulsi vrindavan 7';

let door: FrontDoor;
let browser: Browser;

beforeAll(async () => {
  [door, browser] = await Promise.all([openFrontDoor(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});

async function lookedAt(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await accessibilityViolations(page)).toEqual([]);
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Asha Kulkarni');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Organisation name').fill('Sahyadri Office Supplies');
  await lookedAt(page, 'sign-up');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByText('Look into your mail').waitFor();
  await page.goto(await door.linkTo(email, 'Welcome to Dhanman'));
  await page.getByLabel('New password').fill(password);
  await lookedAt(page, 'invitation');
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByRole('heading', { name: 'You are in', exact: true }).waitFor();
}

async function signIn(page: Page, email: string, typed: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
}

it('a person signs up, chooses a password by mail, signs in, invites somebody and leaves', async () => {
  const { page, complaints, close } = await visit(browser, door.address);
  const email = `${newId()}@example.com`;
  await signUp(page, email);
  await signIn(page, email, password);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  await page.getByText('Asha Kulkarni').first().waitFor();
  await lookedAt(page, 'people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('E-mail address').fill(`${newId()}@example.com`);
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

it('a wrong password is refused without saying whether the address is known', async () => {
  const { page, close } = await visit(browser, door.address);
  await signIn(page, `${newId()}@example.com`, 'not the password');
  await page.getByRole('alert').getByText('The e-mail address or the password is not right.').waitFor();
  await lookedAt(page, 'sign-in-refused');
  await close();
}, 60_000);

it('a page about one’s own things asks for a sign-in first and is there afterwards', async () => {
  const { page, close } = await visit(browser, door.address);
  const email = `${newId()}@example.com`;
  await signUp(page, email);
  await page.goto('/security');
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/security$/);
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await lookedAt(page, 'security');
  await close();
}, 120_000);
