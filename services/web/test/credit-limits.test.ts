import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill, fillLine } from './support/sales.js';

/** Deccan Cafe owes ₹905, and may owe ₹1,000. */
async function limited(page: Page): Promise<void> {
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Credit limit in ₹').fill('much');
  await dialog.getByRole('button', { name: 'Save customer' }).click();
  await dialog.getByText('must be an amount such as').waitFor();
  await dialog.getByLabel('Credit limit in ₹').fill('1,000');
  await lookedAt(page, 'credit-limit-edited');
  await dialog.getByRole('button', { name: 'Save customer' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('₹1,000.00').waitFor();
}

it('a bill above the credit limit is warned of while it is written, refused, and issued when the owner says so', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await limited(page);
  await page.getByRole('link', { name: 'New invoice' }).click();
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '95.00' });
  await page.getByLabel('Totals').getByText('₹95.00').first().waitFor();
  expect(await page.getByText('above their credit limit').count()).toBe(0);
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '195.50' });
  const warning = page.getByText('This takes the customer ₹101.00 above their credit limit of ₹1,000.00.');
  await warning.waitFor();
  await lookedAt(page, 'credit-limit-editor');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await warning.waitFor();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByText('credit limit: take in a payment first').waitFor();
  await lookedAt(page, 'credit-limit-refused');
  await page.getByLabel('Issue it above the credit limit').check();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 30_000 });
  // The browser itself reports the two answers that were refusals.
  expect(complaints.map((complaint) => /4\d\d/.exec(complaint)?.[0])).toEqual(['400', '409']);
  await close();
}, 240_000);

it('the warning and the way above it are said in Hindi, dark and on a phone', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await limited(page);
  await page.getByRole('link', { name: 'New invoice' }).click();
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '195.50' });
  await page.getByText('This takes the customer ₹101.00 above').waitFor();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByText('इससे ग्राहक अपनी ₹1,000.00 की उधार सीमा से ₹101.00 ऊपर चला जाएगा।').waitFor();
  await page.getByLabel('उधार सीमा से ऊपर भी जारी करें').waitFor();
  await page.getByRole('button', { name: 'इनवॉइस जारी करें' }).click();
  await page.getByText('उधार सीमा से ₹101.00 ऊपर हो जाएगा: पहले भुगतान लें').waitFor();
  await lookedAt(page, 'credit-limit-hindi-360');
  await close();
}, 240_000);
