import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Benchmark, Figure, Prepared, Sample } from '../benchmark.ts';
import { of, ratio } from '../figures.ts';
import { openBrowser } from '../parts/chromium.ts';
import { type FrontDoor, openFrontDoor } from '../parts/front-door.ts';
import { coldPage, firstPaint, scrollTo, typeInto } from '../parts/page-meter.ts';
import { addCustomers, addDraft, type Kept, signUp } from '../parts/signed-in.ts';

const rows = 10_000;
const lines = 100;
const lastRow = `tr[aria-rowindex="${String(rows + 1)}"]`;
const bare = 'bare pages';

export const benchmark: Benchmark = {
  about:
    `The app as built in Chromium behind nginx: home of somebody signed in, opened cold; a list of ${String(rows)} ` +
    `customers scrolled to its end; a key typed into a bill of ${String(lines)} lines. Against bare pages from the ` +
    'same nginx: one field, and a plain table of as many rows.',
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const [door, browser] = await Promise.all([openFrontDoor(), openBrowser()]);
  const close = async (): Promise<void> => {
    await browser.close();
    await door.stop();
  };
  try {
    note(`sign up, ${String(rows)} customers, a bill of ${String(lines)} lines`);
    return { ...(await contendersOf(browser, door)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function contendersOf(browser: Browser, door: FrontDoor): Promise<Omit<Prepared, 'close'>> {
  const kept = await signUp(browser, door);
  const customer = await addCustomers(door, rows);
  writeFileSync(join(door.appRoot, 'bare.html'), `<!doctype html><title>Bare</title><h1>Bare</h1><input>`);
  writeFileSync(join(door.appRoot, 'bare-list.html'), bareList());
  const visit = visitor(browser, door, kept);
  const bill = await visit('/', (page) => addDraft(page, customer, lines));
  return {
    rounds: 5,
    figures,
    contenders: [
      { name: bare, measure: () => measureBare(visit) },
      { name: 'home', measure: () => visit('/', firstPaint) },
      { name: 'list', measure: () => measureList(visit) },
      { name: 'bill', measure: () => measureBill(visit, bill) },
    ],
  };
}

type Visit = ReturnType<typeof visitor>;

function visitor(browser: Browser, door: FrontDoor, kept: Kept) {
  return async <Result>(path: string, work: (page: Page) => Promise<Result>) => {
    const page = await coldPage(browser, door.address, kept);
    try {
      await page.goto(path);
      await page.locator('h1').waitFor();
      return await work(page);
    } finally {
      await page.context().close();
    }
  };
}

async function measureBare(visit: Visit): Promise<Sample> {
  const typed = await visit('/bare.html', async (page) => {
    const painted = await firstPaint(page);
    await page.locator('input').focus();
    return { ...painted, ...(await typeInto(page)) };
  });
  const scrolled = await visit('/bare-list.html', (page) => scrollTo(page, lastRow));
  return { ...typed, ...scrolled };
}

async function measureList(visit: Visit): Promise<Sample> {
  return visit('/customers', async (page) => {
    await page.locator('tr[data-row]').first().waitFor();
    return scrollTo(page, lastRow);
  });
}

/** In the middle of the bill, where the lines before and after it are drawn too. */
async function measureBill(visit: Visit, bill: string): Promise<Sample> {
  return visit(bill, async (page) => {
    await page.getByRole('button', { name: 'Edit' }).click();
    const group = page.getByRole('group', { name: `Line ${String(lines / 2)}`, exact: true });
    await group.getByLabel('What').focus();
    await page.waitForLoadState('networkidle');
    return typeInto(page);
  });
}

function bareList(): string {
  const cells = Array.from({ length: rows }, (_, index) => {
    const name = `Customer ${String(index + 1).padStart(5, '0')}`;
    return `<tr aria-rowindex="${String(index + 2)}"><td>${name}<td>–<td>Unregistered<td>–<td>–`;
  });
  return `<!doctype html><title>Bare</title><h1>Bare</h1><table>${cells.join('\n')}</table>`;
}

const ofBare = (contender: string, measurement: string): Figure['of'] =>
  ratio(of(contender, measurement), of(bare, measurement));

const figures: readonly Figure[] = [
  {
    name: 'first contentful paint of home',
    unit: 'ms',
    target: { atMost: 1_000 },
    of: of('home', 'first paint ms'),
  },
  {
    name: 'the same, of a bare page',
    unit: 'ratio',
    target: { atMost: 12 },
    of: ofBare('home', 'first paint ms'),
  },
  {
    name: 'script and style of home, compressed',
    unit: 'kB',
    target: { atMost: 255 },
    of: of('home', 'code kB'),
  },
  {
    name: 'longest task while scrolling',
    unit: 'ms',
    target: { atMost: 50 },
    of: of('list', 'longest task ms'),
  },
  { name: 'key to paint, p95', unit: 'ms', target: { atMost: 50 }, of: of('bill', 'key to paint p95 ms') },
  {
    name: 'the same, of a bare field',
    unit: 'ratio',
    target: { atMost: 3 },
    of: ofBare('bill', 'key to paint p95 ms'),
  },
];
