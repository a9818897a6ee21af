import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { addCustomer, fillLine } from './support/sales.js';

const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the chosen rows' });
const box = (page: Page, amount: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^Choose .*${amount}$`) });

async function draft(page: Page, price: string, on: string): Promise<void> {
  await page.goto('/invoices/new');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await page.getByLabel('Date').fill(on);
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': price });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
}

async function drafts(page: Page, ...all: readonly (readonly [price: string, on: string])[]): Promise<void> {
  await page.goto('/customers');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('cell', { name: 'Edit' }).or(page.getByText('Edit')).first().waitFor();
  for (const [price, on] of all) await draft(page, price, on);
  await page.goto('/invoices');
  await box(page, all[0]![0]).waitFor();
}

/** Somebody else is quicker: what one sees is not what is there any more. */
async function discardElsewhere(page: Page, amount: string): Promise<void> {
  const row = page.locator('tr', { hasText: amount });
  const other = await page.context().newPage();
  await other.goto((await row.getByRole('link').getAttribute('href'))!);
  await other.getByRole('button', { name: 'Discard draft' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
  await other.getByText('Discarded', { exact: true }).waitFor();
  await other.close();
}

async function changeElsewhere(page: Page, amount: string, price: string): Promise<void> {
  const row = page.locator('tr', { hasText: amount });
  const other = await page.context().newPage();
  await other.goto((await row.getByRole('link').getAttribute('href'))!);
  await other.getByRole('button', { name: 'Edit', exact: true }).click();
  await fillLine(other, 1, { 'Price in ₹': price });
  await other.getByRole('button', { name: 'Save draft' }).click();
  await other.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await other.close();
}

it('issues many, the oldest first, says of each what became of it, and keeps the refused one chosen', async () => {
  const { page, close } = await anOwner(browser, door);
  await drafts(page, ['300.00', '2026-11-20'], ['100.00', '2026-11-10'], ['200.00', '2026-11-15']);
  await page.getByRole('checkbox', { name: 'Choose all rows that are here' }).check();
  await bar(page).getByText('3 chosen · ₹600.00').waitFor();
  await lookedAt(page, 'invoices-chosen');
  await bar(page).getByRole('button', { name: 'Issue (3)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Issue (3)' });
  await dialog.getByText('3 worth ₹600.00').waitFor();
  await discardElsewhere(page, '200.00');
  await dialog.getByRole('button', { name: 'Issue (3)' }).click();
  await dialog.getByText('2 of 3 done. The others stay chosen.').waitFor({ timeout: 30_000 });
  await lookedAt(page, 'invoices-bulk-result');
  expect(await dialog.getByRole('alert').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await bar(page).getByText('1 chosen · ₹200.00').waitFor();
  const rowOf = (name: RegExp) => page.getByRole('row', { name });
  await rowOf(/\/0001 10-11-2026/)
    .getByText('Posted')
    .waitFor({ timeout: 30_000 });
  await rowOf(/\/0002 20-11-2026/)
    .getByText('Posted')
    .waitFor({ timeout: 30_000 });
  await close();
}, 180_000);

it('what somebody changed meanwhile is looked at again before it is issued, as it is then', async () => {
  const { page, close } = await anOwner(browser, door);
  await drafts(page, ['100.00', '2026-11-10'], ['200.00', '2026-11-15']);
  await page.getByRole('checkbox', { name: 'Choose all rows that are here' }).check();
  await bar(page).getByRole('button', { name: 'Issue (2)' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 worth ₹300.00').waitFor();
  await changeElsewhere(page, '200.00', '250');
  await dialog.getByRole('button', { name: 'Issue (2)' }).click();
  await dialog.getByText('1 of 2 done').waitFor({ timeout: 30_000 });
  expect(await dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Look again (1)' }).click();
  await dialog.getByText('1 worth ₹250.00').waitFor();
  await lookedAt(page, 'invoices-bulk-looked-again');
  await dialog.getByRole('button', { name: 'Issue (1)' }).click();
  await dialog.getByText('All 1 done.').waitFor({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await bar(page).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /\/0002 15-11-2026.*250\.00/ }).waitFor();
  await close();
}, 180_000);

it('a range, a sheet and none again, by keys', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await drafts(page, ['100.00', '2026-11-10'], ['200.00', '2026-11-11'], ['300.00', '2026-11-12']);
  await box(page, '300.00').click();
  await box(page, '100.00').click({ modifiers: ['Shift'] });
  await bar(page).getByText('3 chosen').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')]);
  const sheet = readFileSync(await download.path(), 'utf8');
  expect(sheet.split('\r\n')[1]).toBe(',2026-11-12,,Deccan Cafe,300.00,0.00,Draft');
  expect(sheet.trim().split('\r\n')).toHaveLength(4);
  await page.keyboard.press('Escape');
  await bar(page).waitFor({ state: 'detached' });
  await page.locator('h1').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await bar(page).getByText('1 chosen · ₹300.00').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('on a phone in the dark the bar stands above the menu', async () => {
  const { page, complaints, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await drafts(page, ['100.00', '2026-11-10']);
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('checkbox').click();
  await page.getByText('1 चुनी गईं · ₹100.00').waitFor();
  await lookedAt(page, 'invoices-chosen-hindi-dark-360');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
