import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { openBrowser } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from './support/front-door.js';
import { bill } from './support/sales.js';

let door: FrontDoor;
let browser: Browser;

beforeAll(async () => {
  [door, browser] = await Promise.all([openFrontDoor(['sales']), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});

it('a bill is credited in part, the ledger has the note, and the bill is due for less', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '1,000.00');
  await page.getByRole('link', { name: 'Credit note' }).click();
  await page.getByText('1 NOS and ₹1,000.00 before tax are left.').waitFor();
  const today = await page.getByLabel('Date').inputValue();
  await page.getByLabel('Date').fill('2999-01-01');
  await page.getByText(/no longer reduces the tax/).waitFor();
  await lookedAt(page, 'credit-note-late');
  await page.getByLabel('Date').fill(today);
  await page.getByText(/reduce the tax until 30/).waitFor();
  await page.getByLabel('or costs less by ₹').fill('1,000.01');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('of this line is left to credit').waitFor();
  await page.getByLabel('or costs less by ₹').fill('250');
  await lookedAt(page, 'credit-note-new');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft of a credit note' }).waitFor();
  await lookedAt(page, 'credit-note-draft');
  await page.getByRole('button', { name: 'Issue credit note' }).click();
  await page.getByRole('heading', { name: /^CN\/\d{4}\/0001$/ }).waitFor();
  await page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 60_000 });
  await lookedAt(page, 'credit-note-posted');
  await page.setViewportSize({ width: 360, height: 740 });
  await lookedAt(page, 'credit-note-posted-360');
  await page.getByRole('link', { name: /^For SI/ }).click();
  await page.getByText('Partly paid').waitFor();
  await lookedAt(page, 'credit-note-invoice-360');
  await page.getByRole('link', { name: 'Credit note', exact: true }).click();
  await page.getByText('1 NOS and').waitFor();
  await lookedAt(page, 'credit-note-new-360');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/credit-notes');
  await page.getByRole('link', { name: /^CN/ }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('Agreed otherwise');
  await lookedAt(page, 'credit-note-undo');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Reversed', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: /^For SI/ }).click();
  await page.getByText('Unpaid').waitFor();
  await page.goto('/credit-notes');
  await page.getByRole('link', { name: /^CN/ }).waitFor();
  await lookedAt(page, 'credit-notes');
  // The browser itself reports the one answer that was a refusal.
  expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
  await close();
}, 240_000);
