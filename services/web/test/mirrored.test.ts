import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill } from './support/sales.js';

/** Each with something that is there once the page is. */
const pages = [
  ['/', 'home', '₹905.00'],
  ['/invoices', 'invoices', '₹905.00'],
  ['/invoices/new', 'invoice-new', 'Cústómér lóngér'],
] as const;

/** What makes the page wider than the screen; what scrolls within its own frame does not. */
const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const framed = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || framed(element.parentElement));
    const outside = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left < 0 || right > clientWidth) && !framed(element.parentElement);
    });
    return [`${String(scrollWidth)} px`, ...outside.map((element) => element.outerHTML.slice(0, 100))];
  });

const middleOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).first().boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0) / 2;
};

it('in a language that is longer and begins at the right, pages stand the other way round and nothing sticks out', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.evaluate(() => localStorage.setItem('dhanman.mirrored', 'yes'));
  for (const [width, form] of [
    [1280, 'wide'],
    [360, 'narrow'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const [path, name, there] of pages) {
      await page.goto(path);
      await page.getByText('lóngér').first().waitFor();
      await page.getByText(there).first().waitFor();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await sticksOut(page)).toEqual([]);
      await lookedAt(page, `mirrored-${name}-${form}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/invoices');
  await page.locator('tr[data-row]').waitFor();
  expect(await middleOf(page, 'nav')).toBeGreaterThan(await middleOf(page, 'main'));
  expect(await middleOf(page, 'tr[data-row] th')).toBeGreaterThan(
    await middleOf(page, 'tr[data-row] td:last-child'),
  );
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
