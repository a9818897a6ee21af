import { until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, screenshot, visit } from './support/browser.js';
import { startSite, type Site } from '../../../deploy/bench/parts/site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

const settingsOpen = async (page: Page): Promise<void> => {
  await page.locator('header button').last().click();
  await page.locator('[role=dialog]').waitFor();
};

const pages: readonly (readonly [string, string, ((page: Page) => Promise<void>)?])[] = [
  ['home', '/'],
  ['status', '/status'],
  ['status-nothing-unwell', '/status?show=unwell'],
  ['not-found', '/no/such/page'],
  ['settings', '/', settingsOpen],
];
const widths = [360, 768, 1280, 2560] as const;
const lookedAt: readonly number[] = [360, 1280];
const looks = [
  ['light', 'en', 'auto'],
  ['dark', 'hi', 'auto'],
  ['light', 'hi', 'more'],
  ['dark', 'en', 'more'],
] as const;

const cases = pages.flatMap(([name, path, act]) =>
  looks.map(([colorScheme, language, contrast]) => ({ name, path, act, colorScheme, language, contrast })),
);

it.each(cases)(
  '$name, $colorScheme, in $language, contrast $contrast, is open to everyone at every width',
  async ({ name, path, act, ...preferences }) => {
    const { page, complaints, close } = await visit(browser, site.address, {
      preferences,
      reducedMotion: 'reduce',
    });
    await page.goto(path);
    await page.locator('h1').waitFor();
    await act?.(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      // Parts that load by themselves may come a moment after the width has changed.
      await until(async () => (await sidewaysScroll(page)) === 0, {
        what: `no sideways scroll at ${String(width)}`,
      });
      if (!lookedAt.includes(width)) continue;
      await screenshot(page, [name, ...Object.values(preferences), width].join('-'));
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  },
  60_000,
);

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Whatever can be pressed is at least 24 by 24 pixels, links inside a sentence excepted. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, label:has(input)')]
      .filter((element) => element.checkVisibility() && element.matches(':not(p a)'))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML),
  );
}
