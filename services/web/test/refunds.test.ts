import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill } from './support/sales.js';

const posted = async (page: Page): Promise<void> =>
  page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 30_000 });

/** A customer has paid ₹300 more than was billed, and the ledger has it. */
async function overpaid(page: Page): Promise<void> {
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'New receipt' }).click();
  await page.getByText('all of it stays').waitFor({ state: 'hidden' });
  await page.getByLabel('Amount in ₹').fill('1205');
  await page.getByText('₹300.00 stays with the customer as an advance.').waitFor();
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await page.getByRole('heading', { name: /^RC\/\d{4}\/0001$/ }).waitFor();
  await posted(page);
}

it('unused money of a receipt is paid back, the ledger has it, and reversed it is unused again', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await overpaid(page);
  await lookedAt(page, 'refund-receipt-unused');
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByRole('heading', { name: 'New refund' }).waitFor();
  await page.getByText('₹300.00 is left of it.').waitFor();
  expect(await page.getByLabel('Amount in ₹').inputValue()).toBe('300.00');
  await page.getByLabel('Amount in ₹').fill('300.01');
  await page.getByLabel('Means').selectOption({ label: 'UPI' });
  await page.getByLabel('Reference').fill('412345678999');
  await page.getByRole('button', { name: 'Save refund' }).click();
  await page.getByText('Only 300.00 of this is unused').first().waitFor();
  await lookedAt(page, 'refund-new-refused');
  await page.getByLabel('Amount in ₹').fill('200');
  await page.getByRole('button', { name: 'Save refund' }).click();
  await page.getByRole('heading', { name: /^RF\/\d{4}\/0001$/ }).waitFor();
  await posted(page);
  await lookedAt(page, 'refund-posted');

  await page.getByRole('link', { name: /^RC\// }).click();
  await page.getByRole('region', { name: 'Paid back' }).getByRole('link', { name: /^RF\// }).waitFor();
  await page.getByText('₹100.00', { exact: true }).first().waitFor();
  await lookedAt(page, 'refund-receipt');
  await page.getByRole('region', { name: 'Paid back' }).getByRole('link', { name: /^RF\// }).click();
  await page.getByRole('button', { name: 'Reverse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/₹200\.00 of RC.* is unused again/).waitFor();
  await dialog.getByLabel('Why').fill('The transfer came back');
  await lookedAt(page, 'refund-reverse');
  await dialog.getByRole('button', { name: 'Reverse' }).click();
  await page.getByText('Reversed', { exact: true }).first().waitFor({ timeout: 30_000 });
  await lookedAt(page, 'refund-reversed');
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('heading', { name: 'Refunds' }).waitFor();
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByText('₹300.00 is left of it.').waitFor();
  // The browser itself reports the one answer that was a refusal.
  expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
  await close();
}, 240_000);

it('a refund is found from the menu, by its number, in the statement and in its journey', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/refunds');
  await page.getByText('No refunds here').waitFor();
  await lookedAt(page, 'refunds-none');
  await overpaid(page);
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByText('₹300.00 is left of it.').waitFor();
  await page.getByRole('button', { name: 'Save refund' }).click();
  await page.getByRole('heading', { name: /^RF\/\d{4}\/0001$/ }).waitFor();
  await posted(page);
  await page.getByRole('link', { name: 'Journey' }).click();
  await page.getByRole('heading', { name: /^RF\// }).waitFor();
  await page.getByText('accounts', { exact: false }).first().waitFor();
  await lookedAt(page, 'refund-journey');
  await page.getByRole('link', { name: 'Refunds', exact: true }).click();
  await page.getByRole('link', { name: /^RF\// }).waitFor();
  await lookedAt(page, 'refunds');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go, begin or find' }).fill('RF/');
  await page.getByRole('option', { name: /^RF\/.*Deccan Cafe/ }).click();
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('link', { name: 'Statement' }).click();
  const line = page.getByRole('row', { name: /Refund RF/ });
  await line.getByText('300.00').first().waitFor();
  await lookedAt(page, 'refund-statement');
  await line.getByRole('link', { name: /^RF\// }).click();
  await page.getByRole('button', { name: 'Reverse' }).waitFor();
  // The journey asks every service, and not all of them run here.
  expect(complaints.filter((complaint) => !complaint.includes('502 (Bad Gateway)'))).toEqual([]);
  await close();
}, 240_000);

it('money is paid back on a phone in the dark, beginning with the customer', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await overpaid(page);
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByText('₹300.00 is left of it.').waitFor();
  await lookedAt(page, 'refund-new-360');
  await page.getByRole('button', { name: 'Save refund' }).click();
  await page.getByRole('heading', { name: /^RF\// }).waitFor();
  await posted(page);
  await lookedAt(page, 'refund-360');
  await page.goto('/refunds?state=rejected');
  await page.getByText('No refunds here').waitFor();
  await page.getByLabel('State').selectOption({ label: 'All states' });
  await page.getByText('₹300.00').first().waitFor();
  await lookedAt(page, 'refunds-360');
  await page.goto('/refunds/new');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await page.getByText('there is nothing to pay back').waitFor();
  await lookedAt(page, 'refund-new-nothing-360');
  await close();
}, 240_000);
