import { expect, it } from '@jest/globals';
import { anOwner } from './support/account.js';
import { browser, door } from './support/opened.js';
import { issue } from './support/sales.js';

it('shows in a window that nobody touches what is done in another: a new bill, and that it was posted', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const told = page.waitForResponse((answer) => answer.url().endsWith('/changes/stream'));
  await page.goto('/invoices');
  await page.getByText('No invoices here').waitFor();
  expect((await told).headers()['content-type']).toBe('text/event-stream');
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  const other = await page.context().newPage();
  await issue(other, '90.50');
  // A list without a bill asks for nothing by itself, and one that is told asks every 20 seconds.
  await page.getByRole('row', { name: 'Deccan Cafe' }).getByText('Posted').waitFor({ timeout: 15_000 });
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
