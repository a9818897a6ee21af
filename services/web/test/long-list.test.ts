import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { anOwner } from './support/account.js';
import { browser, door } from './support/opened.js';

const customers = 250;
const nameOf = (index: number): string => `Customer ${String(index).padStart(3, '0')}`;

interface Posts {
  readonly address: string;
  readonly authorization: string;
  readonly names: readonly string[];
}

/** Runs in the browser. */
async function postEach({ address, authorization, names }: Posts): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const name of names) {
    const own = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const { status } = await fetch(address, { method: 'POST', headers: own, body: JSON.stringify({ name }) });
    statuses.push(status);
  }
  return statuses;
}

/** Through the API of the service, with what the page itself sends to prove who asks. */
async function addCustomers(page: Page): Promise<void> {
  const asked = page.waitForRequest(/\/customers\?/);
  await page.goto('/customers');
  const { authorization = '' } = await (await asked).allHeaders();
  const address = (await asked).url().split('?')[0] ?? '';
  const names = Array.from({ length: customers }, (_, index) => nameOf(index + 1));
  const answers = await page.evaluate(postEach, { address, authorization, names });
  expect(new Set(answers)).toEqual(new Set([201]));
  await page.reload();
}

const rows = (page: Page) => page.locator('tr[data-row]');

/** As with a wheel: each page of the list is asked for when one comes near its end. */
async function scrolledTo(page: Page, row: Locator): Promise<void> {
  await page.mouse.move(640, 600);
  const until = performance.now() + 30_000;
  while (!(await row.isVisible())) {
    expect(performance.now()).toBeLessThan(until);
    await page.mouse.wheel(0, 2_000);
    await page.evaluate(async () => new Promise((painted) => requestAnimationFrame(painted)));
  }
}

it('a long list comes as one scrolls, and only the rows about what is seen are on the page', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await addCustomers(page);
  await page.getByRole('rowheader', { name: nameOf(1) }).waitFor();
  const last = page.getByRole('rowheader', { name: nameOf(customers) });
  await scrolledTo(page, last);
  expect(await rows(page).count()).toBeLessThan(100);
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(customers + 1));
  expect(await page.locator('tr', { has: last }).getAttribute('aria-rowindex')).toBe(String(customers + 1));
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('rowheader', { name: nameOf(1) }).waitFor();
  expect(await last.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

it('bills the last of more customers than a list of choices holds, who is found by name', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await addCustomers(page);
  await page.goto('/invoices/new');
  const choice = page.getByLabel('Customer', { exact: true });
  const last = choice.locator('option', { hasText: nameOf(customers) });
  await choice.locator('option', { hasText: nameOf(1) }).waitFor({ state: 'attached' });
  expect(await last.count()).toBe(0);
  await page.getByLabel('Find a customer').fill(`R ${String(customers)}`);
  await last.waitFor({ state: 'attached' });
  await choice.selectOption({ label: nameOf(customers) });
  await page.getByLabel('Find a customer').fill('001');
  await choice.locator('option', { hasText: nameOf(1) }).waitFor({ state: 'attached' });
  expect(await choice.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text)).toBe(
    nameOf(customers),
  );
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
