import { newId } from '@dhanman/kernel';
import type { Page } from 'playwright-core';
import { password } from './account.js';
import { visit } from './browser.js';
import { browser, door } from './opened.js';

/** Invited by the owner to approve, and in. */
export async function anApprover(owner: Page) {
  const email = `${newId()}@example.com`;
  await owner.goto('/people');
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  await owner.getByRole('dialog').getByLabel('E-mail address').fill(email);
  await owner.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('approver');
  await owner.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
  await owner.getByRole('dialog').waitFor({ state: 'hidden' });
  const link = await door.linkTo(email, 'You are invited to Sahyadri Office Supplies');
  const visited = await visit(browser, door.address);
  const { page } = visited;
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ravi Deshmukh');
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Join Sahyadri Office Supplies' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  return visited;
}
