import { until } from '@dhanman/testing';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { anApprover } from './support/colleague.js';
import { browser, door } from './support/opened.js';
import { bill, issue } from './support/sales.js';

const stream = (service: string) => new RegExp(`/${service}/.*/changes/stream$`);

/** Opens a page, and waits until it hears from the services whose changes it shows. */
async function listening(page: Page, path: string): Promise<void> {
  const told = ['sales', 'common'].map(async (service) =>
    page.waitForResponse((answer) => stream(service).test(answer.url())),
  );
  await page.goto(path);
  for (const answer of await Promise.all(told))
    expect(answer.headers()['content-type']).toBe('text/event-stream');
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
}

const isTheSame = async (page: Page): Promise<boolean> => page.evaluate(() => 'isTheSame' in window);

async function submitJournal(page: Page): Promise<void> {
  await page.goto('/journals/new');
  await page.getByLabel('Narration').fill('Rent of May');
  for (const [label, value] of [
    ['Account, line 1', '51730'],
    ['Debit, line 1', '500'],
    ['Account, line 2', '12015'],
    ['Credit, line 2', '500'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByText('In balance').waitFor();
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await page.getByText('Waiting for approval').waitFor();
}

it('shows in a window that nobody touches what is done in another: a new bill, and that it was posted', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await listening(page, '/invoices');
  await page.getByText('No invoices here').waitFor();
  const other = await page.context().newPage();
  await issue(other, '90.50');
  // A list without a bill asks for nothing by itself, and one that is told asks every 20 seconds.
  await page.getByRole('row', { name: 'Deccan Cafe' }).getByText('Posted').waitFor({ timeout: 15_000 });
  expect(await isTheSame(page)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('shows at home, in the reports and in the journals of one what another has done', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const approver = await anApprover(page);
  const theirs = approver.page;
  await listening(theirs, '/');
  await theirs.getByText('Nothing waits.').waitFor();
  await theirs.getByText('Nothing is booked in this year yet').waitFor();
  await bill(page, '905');
  const soon = { timeout: 15_000 };
  await theirs
    .getByRole('link', { name: /^Customers owe/ })
    .getByText('₹905.00')
    .waitFor(soon);
  await theirs.getByText('of ₹905.00 billed, 1 bill').waitFor(soon);
  await submitJournal(page);
  await theirs.getByRole('link', { name: 'Journals that wait for approval' }).waitFor(soon);
  await lookedAt(theirs, 'home-told');
  expect(await isTheSame(theirs)).toBe(true);
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await theirs.goto('/journals?state=submitted');
  await theirs.getByRole('link', { name: 'Rent of May' }).click();
  await theirs.getByRole('button', { name: 'Approve and post' }).click();
  await page.getByText('Posted', { exact: true }).waitFor(soon);
  expect(await isTheSame(page)).toBe(true);
  await listening(theirs, '/reports/trial-balance');
  await theirs.getByText('500.00').first().waitFor();
  await bill(page, '77.25');
  await theirs.getByText('982.25').first().waitFor(soon);
  expect(await isTheSame(theirs)).toBe(true);
  expect([...complaints, ...approver.complaints]).toEqual([]);
  await approver.close();
  await close();
}, 240_000);

it('comes back by itself when a service is replaced, asks a few times only, and shows what it missed', async () => {
  const { page, close } = await anOwner(browser, door);
  await listening(page, '/invoices');
  await page.getByText('No invoices here').waitFor();
  let [asked, isBlocked] = [0, true];
  await page.route(stream('sales'), async (route) => {
    asked += 1;
    await (isBlocked ? route.abort() : route.continue());
  });
  await door.replace('sales');
  const other = await page.context().newPage();
  await until(() => asked >= 2, { deadlineMs: 20_000 });
  // Nothing tells the window of it, and nothing is on its way there that it would ask for by itself.
  await bill(other, '90.50');
  expect(await page.getByText('No invoices here').isVisible()).toBe(true);
  isBlocked = false;
  await page.getByRole('row', { name: 'Deccan Cafe' }).getByText('Posted').waitFor({ timeout: 60_000 });
  const askedUntilHere = asked;
  await bill(other, '70');
  await page.getByText('₹70.00').first().waitFor({ state: 'attached', timeout: 15_000 });
  expect(asked).toBe(askedUntilHere);
  expect(asked).toBeLessThan(8);
  expect(await isTheSame(page)).toBe(true);
  await close();
}, 240_000);
