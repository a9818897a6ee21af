// An owner of a new organization in front of the app as built, with long lists and a long bill to look at.
import type { InvoiceDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, until } from '@dhanman/testing';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import type { FrontDoor } from './front-door.ts';

const email = 'asha@example.com';
const password = 'tulsi vrindavan 7';

/** Cookies and storage of a browser somebody is signed in with. */
export type Kept = BrowserContextOptions['storageState'];

export async function signUp(browser: Browser, door: FrontDoor): Promise<Kept> {
  const page = await browser.newPage({ baseURL: door.address, locale: 'en-IN' });
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Asha Kulkarni');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Organisation name').fill('Sahyadri Office Supplies');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.goto(await door.linkTo(email, 'Welcome to Dhanman'));
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByRole('heading', { name: 'You are in', exact: true }).waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  const kept = await page.context().storageState();
  await page.close();
  return kept;
}

/** In one statement: what is measured is the list, not how it came to be. Gives the id of one of them. */
export async function addCustomers(door: FrontDoor, count: number): Promise<string> {
  const ids = Array.from({ length: count }, () => newId());
  const add = `
    insert into customer (organization_id, id, company_id, name)
    select organization_id, one.id, company.id, 'Customer ' || lpad(number::text, 5, '0')
    from company cross join unnest($1::uuid[]) with ordinality as one (id, number) returning id`;
  // The company of a new organization is on its way to Sales.
  const added = async () => (await query<{ id: string }>(door.databaseOf('sales'), add, [ids]))[0]?.id;
  return until(added, { deadlineMs: 30_000, what: 'the company has customers' });
}

/** A draft of so many lines, stored as the page itself would store it; where it is found. */
export async function addDraft(page: Page, customerId: string, lines: number): Promise<string> {
  const asked = page.waitForRequest(/\/companies\/[^/]+\/customers\?/);
  await page.goto('/customers');
  const body = { customerId, on: '2026-04-01', lines: Array.from({ length: lines }, line) };
  const { id } = (await post(page, await asked, body)) as InvoiceDto;
  return `/invoices/${id}`;
}

function line(_: unknown, index: number) {
  return {
    ...{ description: `Office supplies ${String(index + 1)}`, classification: '4802' },
    ...{ quantity: '12', unit: 'NOS', price: '245.50', ratePercent: '18' },
  };
}

/** Sent by the page: the name of the app leads to this machine in a browser only. */
async function post(page: Page, like: Request, body: object): Promise<unknown> {
  const { authorization = '' } = await like.allHeaders();
  const address = like.url().replace(/\/customers\?.*/, '/invoices');
  const headers = {
    authorization,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const request = JSON.stringify({ method: 'POST', headers, body: JSON.stringify(body) });
  const { status, text } = await page.evaluate<{ status: number; text: string }>(`(async () => {
    const answer = await fetch(${JSON.stringify(address)}, ${request});
    return { status: answer.status, text: await answer.text() };
  })()`);
  if (status !== 201) throw new Error(`${address}: ${String(status)} ${text}`);
  return JSON.parse(text);
}
