// `npm run pictures`: docs/images, taken anew from the demo company of a fresh start, so that they show what there is.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { repository } from '../local/instance.ts';
import { Obstacle } from '../local/machine/obstacle.ts';

const app = 'http://app.dhanman.localhost:8080';
const mails = 'http://127.0.0.1:5201/dev/mail?to=asha@example.com';
const folder = join(repository, 'docs/images');

interface Picture {
  readonly name: string;
  readonly path: string;
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const onDesk: readonly Picture[] = [
  { name: 'home', path: '/' },
  { name: 'invoices', path: '/invoices', act: chooseSome },
  { name: 'invoice', path: '/invoices', act: openRow },
  { name: 'new-invoice', path: '/invoices/new', act: fillInvoice },
  { name: 'receipt', path: '/receipts', act: openRow },
  { name: 'chart', path: '/chart' },
  { name: 'profit-and-loss', path: '/reports/profit-and-loss' },
  { name: 'balance-sheet', path: '/reports/balance-sheet' },
  { name: 'palette', path: '/', act: openPalette },
  { name: 'posting-proof', path: '/posting-proof' },
];

const onPhone: readonly Picture[] = [{ name: 'home-on-a-phone', path: '/' }];

export async function pictures(): Promise<number> {
  const link = await welcomeLink();
  const browser = await openBrowser();
  try {
    const desk = await browser.newPage({ baseURL: app, viewport: { width: 1280, height: 800 } });
    await acceptInvitation(desk, link);
    for (const picture of onDesk) await take(desk, picture);
    const storageState = await desk.context().storageState({ indexedDB: true });
    const phone = await browser.newPage({
      ...{ baseURL: app, storageState, colorScheme: 'dark', locale: 'hi-IN' },
      ...{ viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 },
    });
    for (const picture of onPhone) await take(phone, picture);
    return 0;
  } finally {
    await browser.close();
  }
}

async function take(page: Page, { name, path, act }: Picture): Promise<void> {
  await page.goto(path);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

async function chooseSome(page: Page): Promise<void> {
  const boxes = page.locator('tbody').getByRole('checkbox');
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
}

async function openRow(page: Page): Promise<void> {
  await page.locator('tbody th a').nth(2).click();
  await page.waitForURL(/\/[0-9a-f-]{36}$/);
  await page.locator('h1').waitFor();
}

async function fillInvoice(page: Page): Promise<void> {
  await page.getByLabel('Customer').selectOption({ index: 1 });
  const line = page.getByRole('group', { name: 'Line 1' });
  await line.getByLabel('What').fill('A4 paper, 500 sheets');
  await line.getByLabel('HSN').fill('4802');
  await line.getByLabel('Quantity').fill('12');
  await line.getByLabel('Price in ₹').fill('245.00');
  await page.getByLabel('Totals').waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('inv');
}

async function acceptInvitation(page: Page, link: string): Promise<void> {
  const password = randomUUID();
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Accept invitation' }).click();

  await page.getByRole('heading', { name: 'You are in', exact: true }).waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('asha@example.com');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
}

async function welcomeLink(): Promise<string> {
  const answer = await fetch(mails, { headers: { accept: 'application/json' } }).catch(() => undefined);
  const kept = (await answer?.json()) as readonly { subject: string; text: string }[] | undefined;
  const link = /http\S+/.exec(kept?.find(({ subject }) => subject === 'Welcome to Dhanman')?.text ?? '')?.[0];
  if (link !== undefined) return link;
  throw new Obstacle(
    'There is no demo company: run `npm run reset` and `npm start -- --detach`, and come back.',
  );
}

async function openBrowser(): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  if (executablePath === undefined) throw new Obstacle('Chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
