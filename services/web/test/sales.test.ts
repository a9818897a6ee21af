import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { openBrowser } from './support/browser.js';
import { type FrontDoor, openFrontDoor } from './support/front-door.js';
import { addCustomer, fillLine } from './support/sales.js';

let door: FrontDoor;
let browser: Browser;

beforeAll(async () => {
  [door, browser] = await Promise.all([openFrontDoor(['sales']), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});

const total = (page: Page) => page.getByLabel('Totals').getByText('Total', { exact: true }).locator('..');

it('bills a new customer: the total is there while one types, and the ledger has it moments after', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/invoices');
  await page.getByText('No invoices here').waitFor();
  await lookedAt(page, 'invoices-none');
  await page.getByRole('link', { name: 'New invoice' }).click();
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', Quantity: '10', 'Price in ₹': '90.50' });
  await total(page).getByText('₹905.00').waitFor();
  await page.getByRole('button', { name: 'Add line' }).click();
  await fillLine(page, 2, { What: 'Delivery', 'Price in ₹': '95' });
  await total(page).getByText('₹1,000.00').waitFor();
  await lookedAt(page, 'invoice-new');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByText('Posted').waitFor({ timeout: 30_000 });
  await page.getByRole('heading', { name: /^SI\/\d{4}\/0001$/ }).waitFor();
  await lookedAt(page, 'invoice-posted');
  await page.goto('/customers');
  await page.getByRole('rowheader', { name: 'Deccan Cafe' }).waitFor();
  await lookedAt(page, 'customers');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says at the field what is wrong, also on a phone in the dark', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/invoices/new');
  await addCustomer(page, { Name: 'Deccan Cafe', GSTIN: '27AAPFU0939F1ZX' });
  await page.getByText('not a valid GSTIN').first().waitFor();
  await page.getByRole('dialog').getByLabel('GSTIN').fill('27AAPFU0939F1ZV');
  await page.getByRole('dialog').getByRole('button', { name: 'Add customer' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '90', 'GST %': 'much' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('must be a percentage').first().waitFor();
  await lookedAt(page, 'invoice-new-dark-360');
  await close();
}, 180_000);
