import { PlainDate, systemClock } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';
import { addCustomer, bill, fillLine } from './support/sales.js';

const today = PlainDate.today(systemClock, 'Asia/Kolkata');
const narrow = { viewport: { width: 360, height: 800 } };

/** Flats 1 to count: the first through the dialog, the others as its request sent again under other names. */
async function flats(page: Page, count: number): Promise<void> {
  await page.goto('/customers');
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/customers'),
  );
  await addCustomer(page, { Name: 'Flat 001', 'State code': '27' });
  const request = await sent;
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const asked = {
    ...{ url: request.url(), written: request.postDataJSON() as object, count },
    headers: {
      authorization: (await request.allHeaders())['authorization']!,
      'content-type': 'application/json',
    },
  };
  const statuses = await page.evaluate(addOthers, asked);
  expect(statuses).toEqual(Array.from({ length: count - 1 }, () => 201));
}

interface Asked {
  readonly url: string;
  readonly written: object;
  readonly count: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** In the page, which alone knows where the services are; ten at a time. */
async function addOthers({ url, written, count, headers }: Asked): Promise<readonly number[]> {
  const add = async (number: number): Promise<number> => {
    const body = JSON.stringify({ ...written, name: `Flat ${String(number).padStart(3, '0')}` });
    const own = { ...headers, 'idempotency-key': crypto.randomUUID() };
    return (await fetch(url, { method: 'POST', headers: own, body })).status;
  };
  const statuses: number[] = [];
  for (let next = 2; next <= count; next += 10) {
    const size = Math.min(10, count + 1 - next);
    statuses.push(...(await Promise.all(Array.from({ length: size }, (_, index) => add(next + index)))));
  }
  return statuses;
}

async function write(page: Page, name: string, price = '1000'): Promise<void> {
  await page.goto('/invoices/runs');
  await page.getByRole('link', { name: 'New run' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await fillLine(page, 1, { What: 'Maintenance', 'Price in ₹': price });
}

const check = (page: Page) => page.getByRole('button', { name: 'Show what it comes to' }).click();

it('a run shows its count and total before it begins, and then each bill it made', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await flats(page, 12);
  await page.goto('/invoices');
  await page.getByRole('link', { name: 'Grouped invoices' }).click();
  await page.getByText('No runs yet').waitFor();
  await write(page, 'Maintenance June');
  await page.getByLabel('Each invoice is').selectOption('issued');
  await lookedAt(page, 'runs-new');
  await check(page);
  await page.getByText('₹12,000.00').waitFor();
  await page.getByRole('heading', { name: 'The first 10' }).waitFor();
  await lookedAt(page, 'runs-preview');
  await page.getByRole('button', { name: 'Make 12 invoices' }).click();
  await page.getByText('Finished').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: /^SI\/\d{4}\/0012$/ }).waitFor();
  expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe('12 of 12');
  expect(await page.getByText('₹12,000.00').count()).toBe(1);
  expect(await page.getByText('₹1,000.00').count()).toBe(12);
  await lookedAt(page, 'runs-finished');
  await page.goto('/invoices/runs');
  await page.getByRole('link', { name: 'Maintenance June' }).waitFor();
  await lookedAt(page, 'runs-list');
  expect(complaints).toEqual([]);
  await write(page, 'Maintenance June');
  await check(page);
  await page.getByRole('button', { name: 'Make 12 invoices' }).click();
  await page.getByText('There is a run of this name already').waitFor();
  await page.getByRole('button', { name: 'Change something' }).click();
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
    'Maintenance June',
  );
  await close();
}, 240_000);

it('says on a phone who cannot be billed and why, and makes what is missing once that is mended', async () => {
  const { page, close } = await anOwner(browser, door, narrow);
  await bill(page, '905.00');
  await flats(page, 3);
  await write(page, 'Fees', '0');
  await page.getByLabel('Each invoice is').selectOption('issued');
  await page.getByLabel('Date of the invoices').fill(today.addDays(-1).toString());
  await page.getByLabel('Whom to bill').selectOption('chosen');
  await check(page);
  await page.getByRole('alert').waitFor();
  await page.getByRole('checkbox', { name: 'Flat 001' }).check();
  await page.getByLabel('Find customers').fill('002');
  await page.getByRole('checkbox', { name: 'Flat 003' }).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Flat 002' }).check();
  await page.getByText('2 customers picked').waitFor();
  await lookedAt(page, 'runs-new-360');
  await check(page);
  await page.getByText('2 customers cannot be billed as things stand').waitFor();
  expect(await page.getByText('An invoice whose total is zero cannot be issued.').count()).toBe(2);
  expect(await page.getByRole('button', { name: /^Make \d/ }).count()).toBe(0);
  await lookedAt(page, 'runs-problems-360');
  await page.getByRole('button', { name: 'Change something' }).click();
  await fillLine(page, 1, { 'Price in ₹': '1000' });
  await check(page);
  await page.getByRole('button', { name: 'Make 2 invoices' }).click();
  await page.getByText('2 refused').waitFor({ timeout: 60_000 });
  await page.getByText('An invoice of this series has a later date already.').first().waitFor();
  await lookedAt(page, 'runs-refused-360');
  await page.getByRole('button', { name: 'Make what is missing' }).click();
  await page.getByRole('dialog').getByLabel('Date of the invoices').fill(today.toString());
  await lookedAt(page, 'runs-retry-360');
  await page.getByRole('button', { name: 'Make them' }).click();
  await page.getByRole('link', { name: /^SI\/\d{4}\/0003$/ }).waitFor({ timeout: 60_000 });
  expect(await page.getByText('2 refused').count()).toBe(0);
  await lookedAt(page, 'runs-mended-360');
  await close();
}, 240_000);

it('a run is cancelled with what it has made, and goes on from there', async () => {
  const { page, close } = await anOwner(browser, door);
  await flats(page, 400);
  await write(page, 'Water');
  await page.getByLabel('Whom to bill').selectOption('found');
  await page.getByLabel('Part of the name or code').fill('flat');
  await page.getByLabel('Each invoice is').selectOption('issued');
  await check(page);
  await page.getByRole('button', { name: 'Make 400 invoices' }).click();
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  await page.getByText('Cancelled', { exact: true }).waitFor();
  await lookedAt(page, 'runs-cancelled');
  expect(await page.getByRole('progressbar').getAttribute('aria-label')).not.toBe('400 of 400');
  await page.getByRole('button', { name: 'Make what is missing' }).click();
  await page.getByRole('button', { name: 'Make them' }).click();
  await page.getByRole('progressbar', { name: '400 of 400' }).waitFor({ timeout: 120_000 });
  await page.getByText('Finished').waitFor();
  await close();
}, 300_000);

it('speaks Hindi', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/invoices/runs/new');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'देखें कितना बनेगा' }).waitFor();
  expect(await visibleText(page)).not.toMatch(/Whom|Customers|Date of|Show what/);
  await close();
}, 180_000);
