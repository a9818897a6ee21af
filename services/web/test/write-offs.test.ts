import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill } from './support/sales.js';

const posted = async (page: Page): Promise<void> =>
  page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 30_000 });

/** An invoice of ₹905 that stands in the books, and the dialog that writes it off. */
async function begun(page: Page) {
  await bill(page, '905.00');
  await posted(page);
  await page.getByRole('button', { name: 'Write off' }).click();
  return page.getByRole('dialog');
}

it('what a customer will not pay is written off, is no payment, and reversed it is owed again', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const dialog = await begun(page);
  await dialog.getByText(/₹905\.00 of SI.* is open/).waitFor();
  await dialog.getByText('GST gives no tax back for a bad debt').waitFor();
  expect(await dialog.getByLabel('Amount in ₹').inputValue()).toBe('905.00');
  await dialog.getByLabel('Amount in ₹').fill('905.01');
  await dialog.getByLabel('Why').fill('Moved away');
  await dialog.getByRole('button', { name: 'Write off' }).click();
  await dialog.getByText('Only 905.00 of this invoice is open').first().waitFor();
  await lookedAt(page, 'write-off-refused');
  await dialog.getByLabel('Amount in ₹').fill('905');
  await dialog.getByRole('button', { name: 'Write off' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const payment = page.getByRole('region', { name: 'Payment' });
  await payment.getByText('Paid ₹0.00, open ₹0.00. ₹905.00 was written off.').waitFor();
  await page.getByText('Written off', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Write off' }).count()).toBe(0);
  expect(await payment.getByRole('link', { name: 'New credit note' }).count()).toBe(0);
  await lookedAt(page, 'write-off-invoice');

  await payment.getByRole('link', { name: /^WO\// }).click();
  await page.getByRole('heading', { name: /^WO\/\d{4}\/0001$/ }).waitFor();
  await posted(page);
  await page.getByRole('region', { name: 'In the ledger' }).getByText('Written off').waitFor();
  await lookedAt(page, 'write-off-posted');
  await page.getByRole('button', { name: 'Reverse' }).click();
  await page
    .getByRole('dialog')
    .getByText(/₹905\.00 of SI.* is owed again/)
    .waitFor();
  await page.getByRole('dialog').getByLabel('Why').fill('The customer pays after all');
  await lookedAt(page, 'write-off-reverse');
  await page.getByRole('dialog').getByRole('button', { name: 'Reverse' }).click();
  await page.getByText('Reversed', { exact: true }).first().waitFor({ timeout: 30_000 });
  await lookedAt(page, 'write-off-reversed');
  await page.getByRole('link', { name: /^SI\// }).click();
  await page.getByText('Paid ₹0.00, open ₹905.00.').waitFor();
  // The browser itself reports the one answer that was a refusal.
  expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
  await close();
}, 240_000);

it('a write-off is found from the menu, with its customer, in the statement, the palette and its journey', async () => {
  const { page, complaints, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/write-offs');
  await page.getByText('No write-offs here').waitFor();
  await lookedAt(page, 'write-offs-none-360');
  const dialog = await begun(page);
  await dialog.getByLabel('Why').fill('Moved away');
  await lookedAt(page, 'write-off-new-360');
  await dialog.getByRole('button', { name: 'Write off' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.goto('/write-offs');
  await page.getByText('Moved away').first().waitFor();
  await lookedAt(page, 'write-offs-360');
  await page.getByRole('link', { name: /^WO\// }).click();
  await posted(page);
  await page.getByRole('link', { name: 'Journey' }).click();
  await page.getByRole('heading', { name: /^WO\// }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go, begin or find' }).fill('WO/');
  await page.getByRole('option', { name: /^WO\/.*Deccan Cafe/ }).click();
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('heading', { name: 'Write-offs' }).waitFor();
  await page.getByRole('link', { name: /^WO\// }).waitFor();
  await page.getByRole('link', { name: 'Statement' }).click();
  const line = page.getByRole('row', { name: /Write-off WO/ });
  await line.getByText('905.00').first().waitFor();
  await line.getByRole('link', { name: /^WO\// }).click();
  await page.getByRole('button', { name: 'Reverse' }).waitFor();
  await page.goto('/');
  await page.getByText('₹905.00 written off.').waitFor();
  await lookedAt(page, 'write-off-home-360');
  // The journey asks every service, and not all of them run here.
  expect(complaints.filter((complaint) => !complaint.includes('502 (Bad Gateway)'))).toEqual([]);
  await close();
}, 240_000);
