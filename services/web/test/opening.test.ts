import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';

/** With the keys alone, from the first field of the grid on. */
async function enterByKeys(page: Page): Promise<void> {
  await page.getByLabel('Account, line 1').focus();
  const { keyboard } = page;
  await keyboard.type('11120');
  await keyboard.press('Enter');
  await keyboard.type('2.5L');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('26010');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('150000');
}

it('balances are entered by keyboard, their difference is confirmed, and a correction reverses them', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('link', { name: 'Opening balances' }).click();
  await page.getByLabel('Account, line 1').waitFor();
  await enterByKeys(page);
  await page.getByText('Difference 1,00,000.00 Dr').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('confirm that this goes to the opening balance equity').first().waitFor();
  await lookedAt(page, 'opening-unconfirmed');
  await page.getByLabel('Post the difference of 1,00,000.00 to 30900 Opening Balance Equity').check();
  await page.keyboard.press('Control+Enter');
  await page.getByText('1,00,000.00 Cr stand on 30900').waitFor();
  await lookedAt(page, 'opening-posted');
  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByLabel('Why it is corrected').fill('Loan statement');
  await page.getByLabel('Credit, line 2').fill('=');
  await page.getByText('In balance').waitFor();
  await lookedAt(page, 'opening-correcting');
  await page.getByRole('button', { name: 'Reverse and post anew' }).click();
  await page.getByRole('heading', { name: 'Reversed versions' }).waitFor();
  await page.getByText('stand on 30900').waitFor({ state: 'hidden' });
  await lookedAt(page, 'opening-corrected');
  // A refusal is an answer the browser reports.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  await close();
}, 180_000);

it('on a phone, in the dark and in Hindi, errors stand at their lines', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/opening-balances');
  await page.getByLabel('Account, line 1').fill('41010');
  await page.getByLabel('Credit, line 1').fill('500');
  await page.getByRole('button', { name: 'Post opening balances' }).click();
  await page.getByText('41010 is income or expense').first().waitFor();
  await lookedAt(page, 'opening-wrong-dark-360');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'आरंभिक शेष दर्ज करें' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'आरंभिक शेष दर्ज करें' }).waitFor();
  await lookedAt(page, 'opening-hi-dark-360');
  expect(await visibleText(page)).not.toMatch(/Opening|Post|Difference/);
  await close();
}, 180_000);
