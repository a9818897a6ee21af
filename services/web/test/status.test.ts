import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FaultProxy, server, until } from '@dhanman/testing';
import type { Browser, Page } from 'playwright-core';
import { serviceNames, type ServiceName } from '@dhanman/client';
import {
  accessibilityViolations,
  openBrowser,
  screenshot,
  visibleText,
  visit,
  type Visit,
} from './support/browser.js';
import { startFleet, version, type Fleet } from './support/fleet.js';
import { startSite, type Site } from '../../../deploy/bench/parts/site.ts';

/** A poll, the patience of one question, and room for a busy machine. */
const seen = { deadlineMs: 20_000 };

let cacheOfSales: FaultProxy;
let fleet: Fleet;
let site: Site;
let browser: Browser;
let visited: Visit;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  cacheOfSales = await FaultProxy.inFrontOf(server('redisCache'));
  fleet = await startFleet({
    sales: { REDIS_CACHE_URL: cacheOfSales.addressFor(server('redisCache')) },
  });
  site = await startSite(fleet.upstreams);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
  await fleet.stop();
  await cacheOfSales.stop();
}, 60_000);

beforeEach(async () => {
  visited = await visit(browser, site.address, { colorScheme: 'light' });
  ({ page } = visited);
});

afterEach(async () => {
  expect(visited.complaints).toEqual([]);
  await visited.close();
});

const rowOf = (name: ServiceName) => page.locator(`[data-service=${name}]`);
const stateOf = (name: ServiceName) => rowOf(name).getAttribute('data-state');
const becomes = (name: ServiceName, state: string) =>
  until(async () => (await stateOf(name)) === state, { ...seen, what: `${name} is shown as ${state}` });

async function openHealthy(): Promise<void> {
  await page.goto('/status');
  await page.getByText('All 6 services are healthy').waitFor({ timeout: seen.deadlineMs });
}

describe('the status page', () => {
  it('shows six healthy services with version, response time and what each depends on', async () => {
    await openHealthy();
    for (const name of serviceNames) {
      const row = await rowOf(name).innerText();
      expect(row).toContain(version);
      expect(row).toMatch(/\d+ ms/);
      for (const dependency of [
        'Database',
        'Message broker',
        'Job queue',
        'Cache',
        'File storage',
        'Outbox',
      ]) {
        expect(row).toContain(dependency);
      }
      const dependencies = rowOf(name).locator('[data-dependency]');
      expect(await dependencies.count()).toBe(await rowOf(name).locator('[data-status=ok]').count());
    }
    await screenshot(page, 'status-healthy-light-1280');
  }, 60_000);

  it('turns red when a service is killed, keeps its last answer, and turns green when it is back', async () => {
    await openHealthy();
    const purchase = fleet.of('purchase');
    await purchase.process.kill();
    await becomes('purchase', 'no-answer');
    expect(await page.locator('main [role=status]').allInnerTexts()).toContain('5 of 6 services are healthy');
    expect(await rowOf('purchase').innerText()).toMatch(
      /No answer.*Last answer \d\d:\d\d:\d\d IST.*0\.1\.0/s,
    );
    expect(await rowOf('purchase').innerText()).not.toContain('or earlier');
    expect(await stateOf('sales')).toBe('healthy');

    await page.getByRole('link', { name: 'Need attention 1' }).click();
    expect(await page.locator('[data-service]').count()).toBe(1);
    await screenshot(page, 'status-one-killed-light-1280');

    await purchase.respawn();
    await page.getByText('Nothing needs attention').waitFor({ timeout: seen.deadlineMs });
    await page.getByRole('link', { name: 'Show all services' }).click();
    await becomes('purchase', 'healthy');
  }, 90_000);

  it('shows a service that goes on without its cache as limited, and names the cache', async () => {
    await openHealthy();
    cacheOfSales.inject({ kind: 'reset' });
    await becomes('sales', 'degraded');
    const cache = rowOf('sales').locator('[data-dependency=redis-cache]');
    expect(await cache.innerText()).toContain('cannot be reached');
    await screenshot(page, 'status-one-limited-light-1280');
    cacheOfSales.heal();
    await becomes('sales', 'healthy');
  }, 60_000);

  it('asks at once when told to', async () => {
    await page.clock.install();
    await openHealthy();
    const asked = page.waitForRequest('**/api/sales/health/ready');
    await page.getByRole('button', { name: 'Check now' }).click();
    await asked;
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    await page.clock.install();
    await openHealthy();
    await look(false);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.clock.fastForward(60_000);
    await page.getByText(/1 minute ago\. No newer answer has come in\./).waitFor();
    expect(asked).toEqual([]);
    await look(true);
    await page.getByText(/No newer answer/).waitFor({ state: 'detached' });
    expect(asked).toHaveLength(serviceNames.length);
  });

  it('says how old its figures are when the connection is lost', async () => {
    await page.clock.install();
    await openHealthy();
    await page.context().setOffline(true);
    await page.clock.fastForward(30_000);
    await page.getByText(/As of .* 3\d seconds ago\. No newer answer has come in\./).waitFor();
    expect(await stateOf('sales')).toBe('healthy');
    await page.context().setOffline(false);
    await page.getByText(/No newer answer/).waitFor({ state: 'detached' });
  });

  it.each([
    ['light', 360],
    ['dark', 360],
    ['dark', 1280],
  ] as const)(
    'in %s at %d pixels shows the same to everyone, in Hindi too',
    async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openHealthy();
      await screenshot(page, `status-healthy-${colorScheme}-${String(width)}`);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'हिन्दी' }).click();
      await page.getByText('सभी 6 सेवाएँ ठीक हैं').waitFor();
      await screenshot(page, `status-healthy-${colorScheme}-hi-${String(width)}`);
      await page.getByRole('button', { name: 'डिस्प्ले सेटिंग' }).hover();
      await page.getByRole('tooltip').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect((await visibleText(page)).replaceAll(/\bIST\b/g, '')).not.toMatch(/[A-Za-z]/);
    },
    60_000,
  );
});

/** Brings the page to the front or behind another, as far as it can tell. */
async function look(isLooking: boolean): Promise<void> {
  await page.evaluate(
    (visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isLooking ? 'visible' : 'hidden',
  );
}
