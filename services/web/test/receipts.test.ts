import { until } from '@dhanman/testing';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill, fillLine } from './support/sales.js';

const posted = async (page: Page): Promise<void> =>
  page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 30_000 });

async function billAgain(page: Page, price: string): Promise<void> {
  await page.goto('/invoices/new');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': price });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await posted(page);
}

it('a bill is paid in part, and the ageing, the statement and the invoice say what is open', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByText('Unpaid').waitFor();
  await page.getByRole('link', { name: 'New receipt' }).click();
  await page.getByText('all of it stays').waitFor({ state: 'hidden' });
  await page.getByLabel('Means').selectOption({ label: 'UPI' });
  await page.getByLabel('Reference').fill('412345678901');
  await page.getByLabel('Amount in ₹').fill('1,205');
  await page.getByText('₹905.00 settles invoices, ₹300.00 stays with the customer as an advance.').waitFor();
  await page.getByLabel('Amount in ₹').fill('400');
  await page.getByText('₹400.00 settles invoices, nothing is over.').waitFor();
  await lookedAt(page, 'receipt-new');
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await page.getByRole('heading', { name: /^RC\/\d{4}\/0001$/ }).waitFor();
  await posted(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'English PDF' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^RC-\d{4}-0001-en\.pdf$/);
  await lookedAt(page, 'receipt-posted');
  await page.getByRole('link', { name: /^SI\// }).click();
  await page.getByText('Paid ₹400.00, open ₹505.00.').waitFor();
  await page.getByText('Partly paid').waitFor();
  await lookedAt(page, 'invoice-partly-paid');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('link', { name: 'Ageing of receivables' }).click();
  await page.getByRole('link', { name: 'Deccan Cafe' }).waitFor();
  await lookedAt(page, 'ageing');
  await page.getByRole('link', { name: 'Deccan Cafe' }).click();
  await page.getByRole('link', { name: /^SI\// }).waitFor();
  await lookedAt(page, 'ageing-of-customer');
  await page.goto('/customers');
  await page.getByRole('link', { name: 'Statement of Deccan Cafe' }).click();
  await page
    .getByRole('row', { name: /Receipt RC/ })
    .getByText('505.00 Dr')
    .waitFor();
  await lookedAt(page, 'customer-statement');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('money is shared out by hand, a cheque bounces, and the invoice is open again', async () => {
  const { page, close } = await anOwner(browser, door);
  await bill(page, '300.00');
  await billAgain(page, '500.00');
  await page.goto('/receipts/new');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await page.getByLabel('Means').selectOption({ label: 'Cheque' });
  await page.getByLabel('Number of the cheque').fill('000123');
  await page.getByLabel('Amount in ₹').fill('600');
  const [first, second] = [
    page.getByRole('group', { name: /0001$/ }),
    page.getByRole('group', { name: /0002$/ }),
  ];
  await until(async () => (await second.getByRole('textbox').inputValue()) === '300.00');
  await first.getByRole('textbox').fill('0');
  await second.getByRole('textbox').fill('900');
  await page.getByText('That is ₹300.00 more than there is.').waitFor();
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await page
    .getByText(/Only .*500\.00 of SI/)
    .first()
    .waitFor();
  await lookedAt(page, 'receipt-refused');
  await second.getByRole('textbox').fill('500');
  await page.getByText('₹500.00 settles invoices, ₹100.00 stays with the customer as an advance.').waitFor();
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await posted(page);
  await page.getByRole('button', { name: 'Apply advance' }).click();
  await page.getByRole('dialog').getByText('₹100.00 settles invoices, nothing is over.').waitFor();
  await lookedAt(page, 'receipt-apply');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply advance' }).click();
  await page.getByText('Advance applied').waitFor();
  await page.getByRole('button', { name: 'Take off SI' }).first().waitFor();
  await page.getByText('On the way').waitFor({ state: 'hidden', timeout: 30_000 });
  await page.getByRole('button', { name: 'Cheque bounced' }).click();
  await page
    .getByRole('dialog')
    .getByText(/₹600\.00 is open again on SI.*0002, SI.*0001/)
    .waitFor();
  await page.getByRole('dialog').getByLabel('Why').fill('No funds');
  await lookedAt(page, 'receipt-bounce');
  await page.getByRole('dialog').getByRole('button', { name: 'Cheque bounced' }).click();
  await page.getByText('Bounced', { exact: true }).waitFor({ timeout: 30_000 });
  await lookedAt(page, 'receipt-bounced');
  await page.getByRole('link', { name: /0002$/ }).click();
  await page.getByText('Paid ₹0.00, open ₹500.00.').waitFor();
  await close();
}, 180_000);

it('receipts are looked for and entered on a phone in the dark', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'New receipt' }).click();
  await page.getByLabel('Amount in ₹').fill('400');
  await page.getByText('₹400.00 settles invoices, nothing is over.').waitFor();
  await lookedAt(page, 'receipt-new-360');
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await posted(page);
  await lookedAt(page, 'receipt-360');
  await page.goto('/receipts?mode=cash');
  await page.getByText('No receipts here').waitFor();
  await page.getByLabel('Means').selectOption({ label: 'All means' });
  await page.getByText('₹400.00').first().waitFor();
  await lookedAt(page, 'receipts-360');
  await close();
}, 180_000);
