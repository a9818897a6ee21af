import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@dhanman/testing';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visibleText, visit, type Visit, type VisitOptions } from './support/browser.js';
import { startSite, type Site } from '../../../deploy/bench/parts/site.ts';

const firstLoadLimit = 255_000;

let site: Site;
let browser: Browser;
let open: Visit[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

beforeEach(() => {
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map(({ close }) => close()));
});

const enter = async (path: string, options?: VisitOptions): Promise<Page> => {
  const visited = await visit(browser, site.address, options);
  open.push(visited);
  await visited.page.goto(path);
  await visited.page.locator('h1').waitFor();
  return visited.page;
};

const complaints = (): readonly string[] => open.flatMap((visited) => visited.complaints);
const root = (page: Page, attribute: string) => page.locator('html').getAttribute(attribute);
const heading = (page: Page) => page.locator('h1').textContent();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '');

describe('the frame of the app', () => {
  it('opens on home within its budget, without a complaint and without a font it does not need', async () => {
    const page = await enter('/');
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => ({
        path: new URL(entry.name).pathname,
        bytes: (entry as PerformanceResourceTiming).transferSize,
      })),
    );
    const code = loaded.filter(({ path }) => /\.(?:js|css)$/.test(path));
    expect(code.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(firstLoadLimit);
    expect(loaded.filter(({ path }) => path.includes('devanagari'))).toEqual([]);
    expect(await page.title()).toBe('Home – Dhanman');
    expect(complaints()).toEqual([]);
  });

  it('the policy admits the app as it is and refuses a script that is written into the page', async () => {
    const page = await enter('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "injected"';
      document.body.append(script);
    });
    expect(await page.title()).toBe('Home – Dhanman');
    expect(complaints()).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  it('an address without a page says so and leads home', async () => {
    const page = await enter('/no/such/page');
    expect(await heading(page)).toBe('Page not found');
    expect(await page.locator('main').textContent()).toContain('/no/such/page');
    await page.getByRole('link', { name: 'Go to home' }).click();
    await page.waitForURL(`${site.address}/`);
    expect(await heading(page)).toBe('Home');
  });

  it('every page can be opened by its address', async () => {
    const page = await enter('/status?show=unwell');
    expect(await heading(page)).toBe('Services');
    expect(await page.getByRole('link', { name: /^Need attention/ }).getAttribute('aria-current')).toBe(
      'page',
    );
  });
});

describe('what a person chose', () => {
  it('stays after a reload, and is there before anything is painted', async () => {
    const page = await enter('/');
    await page.getByRole('button', { name: 'Display settings' }).click();
    await page.getByText('Dark', { exact: true }).click();
    await page.getByText('High', { exact: true }).click();
    await page.getByText('Comfortable', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('heading', { name: 'होम' }).waitFor();

    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await root(page, 'data-mantine-color-scheme')).toBe('dark');
    expect(await root(page, 'lang')).toBe('hi');

    await page.unroute('**/assets/*.js');
    await page.reload();
    await page.getByRole('heading', { name: 'होम' }).waitFor();
    expect(await root(page, 'data-mantine-color-scheme')).toBe('dark');
    expect(await root(page, 'data-contrast')).toBe('more');
    expect(await root(page, 'data-density')).toBe('comfortable');
  });

  it('shows at once in the other windows', async () => {
    const page = await enter('/');
    const other = await page.context().newPage();
    await other.goto('/status');
    await other.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('heading', { name: 'होम' }).waitFor();
    expect(await root(page, 'lang')).toBe('hi');
  });

  it('follows the device where nothing was chosen', async () => {
    const page = await enter('/', {
      colorScheme: 'dark',
      contrast: 'more',
      locale: 'hi-IN',
      hasTouch: true,
      isMobile: true,
    });
    expect(await root(page, 'data-mantine-color-scheme')).toBe('dark');
    expect(await root(page, 'data-contrast')).toBe('more');
    expect(await root(page, 'data-density')).toBe('touch');
    expect(await root(page, 'lang')).toBe('hi');
    await page.emulateMedia({ colorScheme: 'light' });
    await until(async () => (await root(page, 'data-mantine-color-scheme')) === 'light');
  });

  it('the menu stays folded', async () => {
    const page = await enter('/');
    await page.getByRole('button', { name: 'Fold menu' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Unfold menu' }).waitFor();
    // Folded to icons, each destination still has its name.
    await page.getByRole('link', { name: 'Services', exact: true }).click();
    await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
  });
});

describe('Hindi', () => {
  it.each(['/', '/status', '/status?show=unwell', '/कहीं-नहीं'])('leaves no English on %s', async (path) => {
    const page = await enter(path, { preferences: { language: 'hi' } });
    await page.getByRole('button', { name: 'डिस्प्ले सेटिंग' }).click();
    await page.getByText('कंट्रास्ट', { exact: true }).waitFor();
    const text = (await visibleText(page)).replaceAll(/\b(?:IST|API)\b/g, '');
    expect(text.match(/[^\n]*[A-Za-z][^\n]*/g)).toBeNull();
    expect(complaints()).toEqual([]);
  });

  it('replaces every sentence without a reload', async () => {
    const page = await enter('/');
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('heading', { name: 'होम' }).waitFor();
    expect(await page.title()).toBe('होम – धनमान');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });
});

describe('with the keyboard alone', () => {
  it('one can skip to the content, go to a page and arrive at its heading', async () => {
    const page = await enter('/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Go to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('See all services');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/status');
    await until(async () => (await focused(page)) === 'Services');
  });

  it('one can change the theme, and lands where one came from', async () => {
    const page = await enter('/', { colorScheme: 'light' });
    await page.getByRole('button', { name: 'Display settings' }).focus();
    await page.keyboard.press('Enter');
    await until(() => page.evaluate(() => document.activeElement instanceof HTMLInputElement));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await until(async () => (await root(page, 'data-mantine-color-scheme')) === 'dark');
    await page.keyboard.press('Escape');
    await until(async () => (await focused(page)) === 'Display settings');
  });

  it('every stop can be seen', async () => {
    const page = await enter('/status');
    const outlines: string[] = [];
    for (let stop = 0; stop < 9; stop += 1) {
      await page.keyboard.press('Tab');
      outlines.push(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle));
    }
    expect(new Set(outlines)).toEqual(new Set(['solid']));
  });
});

describe('when something is wrong', () => {
  it('a page that cannot be loaded keeps the frame, says so and comes back by a reload', async () => {
    const page = await enter('/');
    await page.route('**/assets/status-page-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Services', exact: true }).click();
    await page.getByRole('heading', { name: 'This page stopped working' }).waitFor();
    await page.getByText('Details', { exact: true }).click();
    const lastRequest = page.locator('dt', { hasText: 'Last request' }).locator('+ dd');
    expect(await lastRequest.textContent()).toMatch(/^[0-9a-f]{32}$/);
    expect(await page.getByRole('navigation', { name: 'Main menu' }).isVisible()).toBe(true);

    await page.unroute('**/assets/status-page-*.js');
    await page.getByRole('button', { name: 'Reload page' }).click();
    await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
  });

  it('a page that takes its time shows its shape, and admits it when it takes long', async () => {
    const page = await enter('/');
    await page.clock.install();
    const arrival = Promise.withResolvers<void>();
    await page.route('**/assets/status-page-*.js', async (route) => {
      await arrival.promise;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Services', exact: true }).click();
    await page.clock.runFor(500);
    await page.locator('[aria-busy]').getByText('Loading…').waitFor();
    await page.clock.runFor(5_000);
    await page.getByText('Still loading…').last().waitFor();
    arrival.resolve();
    await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
  });

  it('a lost connection is said at once, with since when, and forgotten when it is back', async () => {
    const page = await enter('/');
    await page.context().setOffline(true);
    await page.getByText(/^No connection since \d\d:\d\d:\d\d IST/).waitFor();
    await page.context().setOffline(false);
    await page.getByText('No connection since').waitFor({ state: 'detached' });
  });

  it('services that do not answer are told as such, not as an error of the page', async () => {
    const page = await enter('/status');
    await page.getByText('0 of 6 services are healthy').waitFor();
    expect(await page.getByText('No answer since this page was opened').count()).toBe(6);
    expect(complaints()).toEqual([]);
  });

  it('without JavaScript the page says what it needs', async () => {
    const visited = await visit(browser, site.address, { javaScriptEnabled: false });
    open.push(visited);
    await visited.page.goto('/');
    expect(await visited.page.locator('body').innerText()).toContain('Dhanman needs JavaScript');
  });
});
