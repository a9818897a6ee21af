import { newId } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt, signIn, signUp } from './support/account.js';
import { browser, door } from './support/opened.js';
import { addCustomer, bill, fillLine } from './support/sales.js';

const offer = (page: Page) => page.getByRole('region', { name: 'Not saved yet' });
const goOn = (page: Page) => offer(page).getByRole('button', { name: 'Continue' }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click();
const value = (page: Page, line: string, label: string) =>
  page.getByRole('group', { name: line }).getByLabel(label).inputValue();

async function writeBill(page: Page): Promise<void> {
  await page.goto('/invoices/new');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '90.50' });
  await page.getByRole('button', { name: 'Add line' }).click();
  await fillLine(page, 2, { What: 'Delivery', 'Price in ₹': '95' });
}

/** The service does what it was asked, and the answer is lost on its way back, once. */
async function loseAnswer(page: Page, urlPattern: string): Promise<void> {
  const network = await page.context().newCDPSession(page);
  await network.send('Fetch.enable', { patterns: [{ urlPattern, requestStage: 'Response' }] });
  network.on('Fetch.requestPaused', ({ requestId, request: { method } }) => {
    if (method !== 'POST') return void network.send('Fetch.continueRequest', { requestId });
    void network
      .send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
      .then(() => network.detach());
  });
}

const kept = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('dhanman.unsent.')));

it('what was typed into an invoice is there after a reload, and gone once it is saved or discarded', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await writeBill(page);
  await page.reload();
  await offer(page).waitFor();
  await lookedAt(page, 'invoice-unsent');
  await goOn(page);
  expect(await value(page, 'Line 1', 'Price in ₹')).toBe('90.50');
  expect(await value(page, 'Line 2', 'What')).toBe('Delivery');
  await save(page);
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  expect(await kept(page)).toEqual([]);

  await page.goto('/invoices/new');
  await fillLine(page, 1, { What: 'Typed in error' });
  await page.reload();
  await offer(page).getByRole('button', { name: 'Discard' }).click();
  expect(await value(page, 'Line 1', 'What')).toBe('');
  await page.reload();
  await page.getByRole('group', { name: 'Line 1' }).waitFor();
  expect(await offer(page).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('a draft that is being changed is kept beside a new invoice, until one cancels', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await writeBill(page);
  await save(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await fillLine(page, 1, { 'Price in ₹': '91' });
  await page.reload();
  await page.getByRole('button', { name: 'Edit' }).click();
  await goOn(page);
  expect(await value(page, 'Line 1', 'Price in ₹')).toBe('91');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  expect(await value(page, 'Line 1', 'Price in ₹')).toBe('90.50');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('an answer that was lost makes no second invoice, though the page was loaded anew in between', async () => {
  const { page, close } = await anOwner(browser, door);
  await writeBill(page);
  await loseAnswer(page, '*/invoices');
  await save(page);
  await page.getByRole('alert').waitFor();
  await page.reload();
  await goOn(page);
  await save(page);
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.goto('/invoices');
  await page.getByRole('table').waitFor();
  expect(await page.locator('tr[data-row]').count()).toBe(1);
  await close();
}, 180_000);

it('a receipt comes back as it was typed, and an answer that was lost makes no second one', async () => {
  const { page, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.goto('/receipts/new');
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await page.getByLabel('Means').selectOption({ label: 'UPI' });
  await page.getByLabel('Reference').fill('412345678901');
  await page.getByLabel('Amount in ₹').fill('400');
  await page.getByLabel('Settles in ₹').fill('350');
  const said = '₹350.00 settles invoices, ₹50.00 stays with the customer as an advance.';
  await page.getByText(said).waitFor();
  await page.reload();
  await lookedAt(page, 'receipt-unsent');
  await goOn(page);
  expect(await page.getByLabel('Reference').inputValue()).toBe('412345678901');
  await page.getByText(said).waitFor();
  await loseAnswer(page, '*/receipts');
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await page.getByRole('alert').waitFor();
  await page.reload();
  await goOn(page);
  await page.getByRole('button', { name: 'Save receipt' }).click();
  await page.getByRole('heading', { name: /^RC\/\d{4}\/0001$/ }).waitFor();
  expect(await kept(page)).toEqual([]);
  await page.goto('/receipts');
  await page.getByRole('table').waitFor();
  expect(await page.locator('tr[data-row]').count()).toBe(1);
  await close();
}, 180_000);

it('signing out leaves nothing behind, and what another person typed is not offered', async () => {
  const { page, close } = await anOwner(browser, door);
  await writeBill(page);
  const ofAsha = await kept(page);
  expect(ofAsha).toHaveLength(1);
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await kept(page)).toEqual([]);
  await page.evaluate((entries) => {
    for (const [name, text] of entries) localStorage.setItem(name, String(text));
  }, ofAsha);
  const email = `${newId()}@example.com`;
  await signUp(page, door, email);
  await signIn(page, email);
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await page.goto('/invoices/new');
  await page.getByRole('group', { name: 'Line 1' }).waitFor();
  expect(await offer(page).count()).toBe(0);
  expect(await kept(page)).toHaveLength(1);
  await close();
}, 180_000);
