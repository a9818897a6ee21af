import { expect } from '@jest/globals';
import { newId } from '@dhanman/kernel';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, screenshot, visit, type VisitOptions } from './browser.js';
import type { FrontDoor } from '../../../../deploy/bench/parts/front-door.ts';

export const password = 'tulsi vrindavan 7';

export async function lookedAt(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await accessibilityViolations(page)).toEqual([]);
}

export async function signUp(page: Page, door: FrontDoor, email: string): Promise<void> {
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

export async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
}

/** The owner of an organization that signed up a moment ago, signed in. */
export async function anOwner(browser: Browser, door: FrontDoor, options: VisitOptions = {}) {
  const email = `${newId()}@example.com`;
  const visited = await visit(browser, door.address, options);
  await signUp(visited.page, door, email);
  await signIn(visited.page, email);
  await visited.page.getByRole('button', { name: 'Your account' }).waitFor();
  return visited;
}
