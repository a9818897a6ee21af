import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { fillLine } from './support/sales.js';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const type = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent);

it('writes and opens invoices with the mouse put away', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/customers');
  await page.getByRole('button', { name: 'New customer' }).waitFor();
  for (const name of ['Deccan Cafe', 'Malabar Spices']) {
    await type(page, 'n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('State code').fill('27');
    await type(page, 'Control+Enter');
    await page.getByRole('rowheader', { name }).waitFor();
    await dialog.waitFor({ state: 'hidden' });
  }
  await type(page, 'j');
  expect(await focusedRow(page)).toContain('Deccan Cafe');
  await type(page, 'j');
  expect(await focusedRow(page)).toContain('Malabar Spices');
  await type(page, 'k');
  expect(await focusedRow(page)).toContain('Deccan Cafe');

  await type(page, 'g', 'i');
  await heading(page, 'Invoices').waitFor();
  await type(page, 'n');
  await heading(page, 'New invoice').waitFor();
  await page.getByLabel('Customer').selectOption({ label: 'Deccan Cafe' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '90' });
  await type(page, 'Control+s');
  await heading(page, 'Draft').waitFor();

  await type(page, 'g', 'i');
  await page.getByRole('rowheader', { name: 'Draft' }).waitFor();
  await type(page, '/');
  await page.keyboard.type('njx?');
  expect(await page.getByLabel('Search').inputValue()).toBe('njx?');
  expect(await sheet(page).count()).toBe(0);
  await page.getByLabel('Search').fill('');
  await page.getByLabel('State').focus();
  await type(page, 'g', 'h');
  expect(page.url()).toContain('/invoices');
  await page.locator('h1').focus();
  await type(page, 'j', 'Enter');
  await heading(page, 'Draft').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says its keys on a sheet, does nothing behind it, and stops when told to', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/invoices');
  await heading(page, 'Invoices').waitFor();
  await page.getByText('No invoices here').waitFor();
  await type(page, '?');
  await sheet(page).getByText('Next row').waitFor();
  await sheet(page).getByText('New invoice').first().waitFor();
  await lookedAt(page, 'keys');
  await type(page, 'n');
  await type(page, 'g', 'h');
  expect(page.url()).toContain('/invoices');
  await sheet(page).getByLabel('Letters alone do something').uncheck();
  await type(page, 'Escape');
  await sheet(page).waitFor({ state: 'detached' });
  await type(page, 'g', 'h');
  await type(page, '?');
  expect(await sheet(page).count()).toBe(0);
  expect(page.url()).toContain('/invoices');

  await page.getByRole('button', { name: 'Display settings' }).click();
  await page.getByRole('group', { name: 'Single-letter keys' }).getByText('On', { exact: true }).click();
  await lookedAt(page, 'display-settings');
  await page.getByRole('button', { name: /^Keyboard shortcuts/ }).click();
  await sheet(page).waitFor();
  await type(page, 'Escape');
  await type(page, 'g', 'h');
  await heading(page, 'Home').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('knows where a key lies under a Devanagari layout, and says so in Hindi on a phone', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/invoices');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('heading', { name: 'इनवॉइस', level: 1 }).waitFor();
  await page.locator('h1').focus();
  await page.evaluate(() => {
    const press = (key: string, code: string): boolean =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
      );
    press('ह', 'KeyG');
    press('ृ', 'KeyC');
  });
  await page.getByRole('heading', { name: 'ग्राहक', level: 1 }).waitFor();
  await type(page, '?');
  await page.getByRole('dialog', { name: 'कीबोर्ड शॉर्टकट' }).getByText('अगली पंक्ति').waitFor();
  await lookedAt(page, 'keys-hindi-dark-360');
  await close();
}, 180_000);
