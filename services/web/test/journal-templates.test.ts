import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';

async function writeRent(page: Page): Promise<void> {
  await page.goto('/journals/templates');
  await page.getByText('No templates yet').waitFor();
  await page.getByRole('link', { name: 'New template' }).click();
  await page.getByLabel('Name').fill('Rent');
  await page.getByLabel('Narration').fill('Office rent');
  await page.getByLabel('Account, line 1').fill('53020');
  await page.getByLabel('Debit, line 1').fill('25000');
  await page.getByLabel('Account, line 2').fill('11110');
  await page.getByLabel('Credit, line 2').fill('25000');
}

it('what recurs shows its next dates and waits for somebody else, and a journal is begun from it', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await writeRent(page);
  await page.getByLabel('Recurs').selectOption('month');
  await page.getByLabel('First date').fill('2099-01-31');
  await page.getByLabel('Last date').fill('2099-03-31');
  await page.getByLabel('Reversal').selectOption('next-month');
  await lookedAt(page, 'journal-template-new');
  await page.getByRole('button', { name: 'Save template' }).click();
  await page.getByText('Next dates: 31-01-2099, 28-02-2099, 31-03-2099').waitFor();
  await page.getByText('Somebody who did not write it has to approve it').waitFor();
  await lookedAt(page, 'journal-template');
  await page.goto('/journals/templates');
  await page.getByText('Every month').waitFor();
  await lookedAt(page, 'journal-templates');
  await page.getByRole('link', { name: 'Begin a journal' }).click();
  await page.getByText('In balance').waitFor();
  expect(await page.getByLabel('Narration').inputValue()).toBe('Office rent');
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('25,000.00');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says what is wrong at its field, on a phone', async () => {
  const { page, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await writeRent(page);
  await page.getByLabel('Recurs').selectOption('week');
  await page.getByLabel('First date').fill('2099-01-31');
  await page.getByLabel('Last date').fill('2099-01-01');
  await page.getByRole('button', { name: 'Save template' }).click();
  await page.getByText('The last date is not before the first.').first().waitFor();
  await lookedAt(page, 'journal-template-wrong-360');
  await close();
}, 180_000);

it('speaks Hindi', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/journals/templates/new');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'साँचा सहेजें' }).waitFor();
  expect(await visibleText(page)).not.toMatch(/Template|Recurs|Debit|Account,/);
  await close();
}, 180_000);
