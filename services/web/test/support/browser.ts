import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { source as axe } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Preferences } from '../../src/preferences/preferences.js';

const screenshots = resolve(import.meta.dirname, '../../.results/screenshots');

export { openBrowser } from '../../../../deploy/bench/parts/chromium.ts';

export interface Visit {
  readonly page: Page;
  /** What the browser complained about: errors, refused resources, breaches of the content security policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  readonly preferences?: Partial<Preferences>;
}

/** A person who opens the site for the first time, or with preferences from an earlier visit. */
export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { preferences, ...rest } = options;
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-IN',
    viewport: { width: 1280, height: 800 },
    // What a worker fetches a test could neither watch nor hold up.
    serviceWorkers: 'block',
    ...(preferences && { storageState: keeping(address, preferences) }),
    ...rest,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A service that is down is a fact the tests produce; the browser reports each such request.
    const isExpected =
      /\/health\/ready$/.test(message.location().url) || /Service Worker.*blocked/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

function keeping(address: string, preferences: Partial<Preferences>) {
  const localStorage = [{ name: 'dhanman.preferences', value: JSON.stringify(preferences) }];
  return { cookies: [], origins: [{ origin: address, localStorage }] };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Everything axe finds against WCAG 2.0 to 2.2 at level AA and against good practice. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** What a person can read on the page or hear of it, without code and what is marked as another language. */
export async function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const elsewhere = '[lang]:not(html), code, kbd, script, style, noscript';
    const own = [...document.body.querySelectorAll('*')].filter((element) => !element.closest(elsewhere));
    const written = own.flatMap((element) =>
      [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data),
    );
    const named = own.flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, ...written, ...named].join('\n');
  });
}
