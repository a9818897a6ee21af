import { PlainDate, systemClock } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';
import { bill, fillLine } from './support/sales.js';

const today = PlainDate.today(systemClock, 'Asia/Kolkata');

async function writeRent(page: Page, startsOn: string, price: string): Promise<void> {
  await page.goto('/invoices');
  await page.getByRole('link', { name: 'Recurring invoices' }).click();
  await page.getByText('No recurring invoices yet').waitFor();
  await page.getByRole('link', { name: 'New recurring invoice' }).click();
  await page.getByLabel('Name').fill('Rent');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await page.getByLabel('First date').fill(startsOn);
  await fillLine(page, 1, { What: 'Rent of the shop', 'Price in ₹': price });
}

it('what recurs shows its next six with amounts, makes up for what was missed, and pauses', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await writeRent(page, today.addMonths(-1).addDays(-1).toString(), '1000');
  await page.getByLabel('Each invoice is').selectOption('issued');
  await page.getByRole('button', { name: 'Add a price change' }).click();
  await page.getByLabel('From').fill(today.toString());
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('1100');
  await page.getByText('₹1,100.00').first().waitFor();
  expect(await page.getByText('₹1,000.00').count()).toBe(2);
  expect(await page.getByText('₹1,100.00').count()).toBe(4);
  await lookedAt(page, 'recurring-new');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: /^SI\/\d{4}\/0003$/ }).waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: /^SI\/\d{4}\/0002$/ }).waitFor();
  await lookedAt(page, 'recurring');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused').waitFor();
  await page.goto('/invoices/recurring');
  await page.getByRole('link', { name: 'Rent' }).waitFor();
  await lookedAt(page, 'recurring-list');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says on a phone why a date has no invoice, and tries it again once that is mended', async () => {
  const { page, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await bill(page, '905.00');
  await writeRent(page, today.addDays(-1).toString(), '0');
  await page.getByLabel('Each invoice is').selectOption('issued');
  await page.getByLabel('How often at most').fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('An invoice whose total is zero cannot be issued.').waitFor({ timeout: 30_000 });
  await lookedAt(page, 'recurring-failed-360');
  await fillLine(page, 1, { 'Price in ₹': '1000' });
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await saved).status()).toBe(200);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: /^SI\/\d{4}\/0002$/ }).waitFor({ timeout: 30_000 });
  await lookedAt(page, 'recurring-mended-360');
  await close();
}, 180_000);

it('speaks Hindi', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/invoices/recurring/new');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'सहेजें' }).waitFor();
  expect(await visibleText(page)).not.toMatch(/Recurring|Every month|Price change|Last date/);
  await close();
}, 180_000);
