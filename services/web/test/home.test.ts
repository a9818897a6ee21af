import { FinancialYear, PlainDate, systemClock } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { addCustomer, fillLine } from './support/sales.js';

const tile = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) });

/** With this date, and due on it; of today and with time to pay if nothing is said. */
async function aPostedInvoice(page: Page, on?: string): Promise<void> {
  await page.goto('/invoices/new');
  if (on !== undefined) for (const day of ['Date', 'To be paid until']) await page.getByLabel(day).fill(on);
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', Quantity: '10', 'Price in ₹': '90.50' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByText('Posted').waitFor({ timeout: 30_000 });
}

/** Every bill of it that was due before its last day is late, whichever day it is today. */
const lastYear = FinancialYear.containing(PlainDate.today(systemClock, 'Asia/Kolkata'), 4).previous();

it('shows how the company stands, and every figure opens', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/');
  await page.getByText('Nothing is booked in this year yet').waitFor();
  await page.getByText('Nothing waits.').waitFor();
  await page.getByText('0 of 5 done').waitFor();
  await lookedAt(page, 'home-empty');
  await aPostedInvoice(page);
  await page.goto('/');
  await tile(page, 'Customers owe').getByText('₹905.00').waitFor();
  expect(await page.getByText('of 5 done').count()).toBe(0);
  await tile(page, 'Income less expense').getByText('₹905.00 earned, ₹0.00 spent').waitFor();
  await page.getByText('The months in numbers').click();
  await lookedAt(page, 'home');
  await page
    .getByRole('link', { name: /: Income ₹905.00, Money in ₹0.00, Expense ₹0.00, Money out ₹0.00$/ })
    .click();
  await page.getByRole('heading', { name: 'Profit and loss', level: 1 }).waitFor();
  await page.getByText('905.00').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says what of the bills has come, and every figure opens its bills', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/');
  const collecting = page.getByRole('region', { name: 'Do we collect what we bill?' });
  await collecting.getByText('No bill stands in this year yet.').waitFor();
  await collecting.getByText('Nothing is overdue.').waitFor();
  await aPostedInvoice(page, lastYear.end.addDays(-1).toString());
  await page.goto('/');
  await collecting.getByText('No bill stands in this year yet.').waitFor();
  await page.getByLabel('Financial year').selectOption({ label: lastYear.label });
  await tile(page, 'Collected').getByText('0.0 % of ₹905.00 billed, 1 bill').waitFor();
  await tile(page, 'Overdue').getByText('₹905.00').waitFor();
  const oldest = page.getByRole('region', { name: 'The oldest that are overdue' });
  await oldest.getByRole('link', { name: 'Deccan Cafe' }).waitFor();
  await lookedAt(page, 'home-collecting');
  await page.getByText('The years in numbers').click();
  const years = page.getByRole('table', { name: 'The years in numbers' });
  await years.getByRole('row').filter({ hasText: lastYear.label }).getByText('905.00').first().waitFor();
  await lookedAt(page, 'home-years');
  await tile(page, 'Overdue').click();
  const row = page.getByRole('row').filter({ hasText: 'Deccan Cafe' });
  await row.getByText('Unpaid, overdue').waitFor();
  await lookedAt(page, 'invoices-overdue');
  await page.getByLabel('Payment').selectOption({ label: 'Paid' });
  await page.getByText('No invoices here').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('leads from a new company to its first bill, and is gone when it is there or not wanted', async () => {
  const { page, complaints, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/');
  await page.getByRole('link', { name: 'Say what stands on your invoices' }).click();
  await page.getByLabel('Address of the company').fill('12 Tilak Road, Pune 411030');
  const paper = page.getByRole('region', { name: 'On your invoices' });
  await paper.getByLabel('UPI id').fill('asha');
  await paper.getByRole('button', { name: 'Save' }).click();
  await paper.getByText('must be a UPI id, such as shop@bank').waitFor();
  await lookedAt(page, 'paper-settings-360');
  await paper.getByLabel('UPI id').fill('asha@bank');
  await paper.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.goto('/');
  await page.getByText('1 of 5 done').waitFor();
  await lookedAt(page, 'home-first-steps-360');
  await page.getByRole('button', { name: 'Do not show this again' }).click();
  await page.getByText('Nothing waits.').waitFor();
  await page.reload();
  await page.getByText('Nothing waits.').waitFor();
  expect(await page.getByText('of 5 done').count()).toBe(0);
  // The UPI id that was none.
  expect(complaints).toEqual([expect.stringContaining('400 (Bad Request)')]);
  await close();
}, 180_000);

it('says what waits for approval, also on a phone', async () => {
  const { page, complaints, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/sales-settings');
  await page.getByLabel('Before an invoice is issued').selectOption({ label: 'One other person approves' });
  await page.getByRole('region', { name: 'Approval' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.goto('/invoices/new');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '90' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await page.getByText('Waits for approval').waitFor();
  await page.goto('/');
  const waiting = page.getByRole('link', { name: 'Invoices that wait for approval' });
  await waiting.waitFor();
  await lookedAt(page, 'home-waiting-360');
  await waiting.click();
  await page.getByText('₹90.00').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
