import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { addCustomer, fillLine } from './support/sales.js';

const box = (page: Page) => page.getByRole('combobox', { name: 'Go, begin or find' });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });
const isChosen = (page: Page, name: RegExp) => option(page, name).getAttribute('aria-selected');

it('goes anywhere, begins anything and finds a bill, without a mouse', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/');
  await page.getByRole('button', { name: 'Go, begin or find' }).waitFor();
  await page.keyboard.press('Control+k');
  await box(page).waitFor();
  await lookedAt(page, 'palette');
  await page.keyboard.type('tb');
  await option(page, /^Trial balance$/).waitFor();
  expect(await isChosen(page, /^Trial balance$/)).toBe('true');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Trial balance', level: 1 }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('new inv');
  await option(page, /New invoice/).waitFor();
  await page.keyboard.press('Enter');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', Quantity: '10', 'Price in ₹': '1234.50' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('12,345');
  await option(page, /Deccan Cafe/).waitFor();
  await lookedAt(page, 'palette-amount');
  await box(page).fill('decc');
  await page.getByRole('group', { name: 'Customers' }).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await isChosen(page, /Deccan Cafe$/)).toBe('true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await box(page).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('says when nothing answers, on a phone and in Hindi too', async () => {
  const { page, complaints, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'जाएँ, शुरू करें या खोजें' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('zzzz');
  await page.getByText('ऐसा कुछ नहीं मिला।').waitFor();
  await page.getByRole('dialog').getByRole('combobox').fill('नया');
  await page.getByRole('option', { name: 'नया इनवॉइस' }).waitFor();
  await lookedAt(page, 'palette-hindi-360');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
