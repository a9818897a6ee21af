import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { until } from '@dhanman/testing';
import type { Page } from 'playwright-core';
import { drawn, iconFolder, icons } from '../build/icons.ts';
import { anOwner, lookedAt } from './support/account.js';
import { visit, visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';

const withWorker = { serviceWorkers: 'allow' } as const;

/** The worker keeps the app once its page has been painted. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 20_000,
  });
}

const cached = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** Of the pixels of two pictures, how many look different: another release of the browser draws an edge another way. */
async function shareThatDiffers(pictures: readonly [Buffer, Buffer]): Promise<number> {
  const page = await browser.newPage();
  const share = await page.evaluate(
    async (sources) => {
      const pixelsOf = async (source: string): Promise<Uint8ClampedArray> => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      };
      const [one, other] = await Promise.all(sources.map(pixelsOf));
      if (!one || one.length === 0 || one.length !== other?.length) return 1;
      return one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) > 40).length / one.length;
    },
    pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`),
  );
  await page.close();
  return share;
}

const isOfTheApp =
  /^\/(?:$|assets\/|icons\/|favicon\.svg$|first-paint\.js$|manifest\.(?:en|hi)\.webmanifest$)/;

describe('the installed app', () => {
  it('can be installed, and is called in the language it is used in', async () => {
    const { page, complaints, close } = await visit(browser, door.address, withWorker);
    await page.goto('/');
    await untilKept(page);
    const protocol = await page.context().newCDPSession(page);
    const { errors } = await protocol.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('heading', { name: 'होम' }).waitFor();
    const { type, manifest } = await page.locator('link[rel=manifest]').evaluate(async (link) => {
      const answer = await fetch((link as HTMLLinkElement).href);
      return { type: answer.headers.get('content-type'), manifest: (await answer.json()) as unknown };
    });
    expect(type).toMatch(/^application\/manifest\+json/);
    expect(manifest).toMatchObject({ id: '/', name: 'धनमान', lang: 'hi', display: 'standalone' });
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it.each(icons)('$name is what favicon.svg draws', async (icon) => {
    const kept = readFileSync(new URL(icon.name, iconFolder));
    expect(await shareThatDiffers([await drawn(browser, icon), kept])).toBeLessThan(0.01);
  });

  it.each([
    { language: 'en', colorScheme: 'light', width: 1280, title: 'No connection', english: true },
    { language: 'hi', colorScheme: 'dark', width: 360, title: 'इंटरनेट नहीं है', english: false },
  ] as const)(
    'opens without a connection and says so in $language',
    async (look) => {
      const { language, colorScheme, width, title, english } = look;
      const { page, close } = await anOwner(browser, door, { ...withWorker, colorScheme });
      await page.goto('/');
      await untilKept(page);
      await page.evaluate((chosen) => {
        localStorage.setItem('dhanman.preferences', JSON.stringify({ language: chosen }));
      }, language);
      await page.setViewportSize({ width, height: 800 });
      await page.context().setOffline(true);
      await page.goto('/invoices');
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await lookedAt(page, `no-connection-${language}`);
      if (!english) {
        const text = (await visibleText(page)).replaceAll(/\b(?:IST|API)\b/g, '');
        expect(text.match(/[^\n]*[A-Za-z][^\n]*/g)).toBeNull();
      }
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: english ? 'Invoices' : 'इनवॉइस', level: 1 }).waitFor();
      await close();
    },
    180_000,
  );

  it('keeps nothing of anybody, and after signing out leaves what a visitor has', async () => {
    const { page, close } = await anOwner(browser, door, withWorker);
    await page.goto('/');
    await untilKept(page);
    const pages = ['/', '/invoices', '/customers', '/reports', '/journals', '/chart', '/people', '/profile'];
    for (const path of pages) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('load');
    }
    const kept = await cached(page);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.filter((path) => !isOfTheApp.test(path))).toEqual([]);
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect((await cached(page)).filter((path) => !isOfTheApp.test(path))).toEqual([]);
    // How far pages were scrolled.
    const session = await page.evaluate(() => Object.keys(sessionStorage));
    expect(session.filter((key) => !key.startsWith('tsr-scroll'))).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().setOffline(true);
    await page.goto('/invoices');
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await close();
  }, 180_000);

  it('offers a new version, and a reload brings it', async () => {
    const { page, close } = await visit(browser, door.address, { ...withWorker, colorScheme: 'dark' });
    const before = mkdtempSync(join(tmpdir(), 'dhanman-release-'));
    cpSync(door.appRoot, before, { recursive: true });
    try {
      await page.goto('/');
      await untilKept(page);
      expect(await page.getByText('There is a new version').count()).toBe(0);
      release(door.appRoot);
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.getByText('There is a new version of Dhanman.').waitFor();
      await lookedAt(page, 'new-version-dark');
      // What runs goes on with its own files, which the server no longer has.
      await page.getByRole('link', { name: 'Services', exact: true }).click();
      await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
      await page.setViewportSize({ width: 360, height: 800 });
      await lookedAt(page, 'new-version-360');
      await page.getByRole('button', { name: 'Reload' }).click();
      await until(async () => (await page.locator('script[src*="-next.js"]').count()) > 0);
      await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
      expect(await page.getByText('There is a new version').count()).toBe(0);
    } finally {
      cpSync(before, door.appRoot, { recursive: true });
      rmSync(before, { recursive: true });
      await close();
    }
  }, 90_000);
});

/** Another build of the same: the frame of it, and whatever names it, has another name. */
function release(root: string): void {
  const assets = join(root, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const renamed = scripts.map((name) => [name, name.replace(/\.js$/, '-next.js')] as const);
  const texts = [
    ...scripts.map((name) => join(assets, name)),
    join(root, 'index.html'),
    join(root, 'service-worker.js'),
  ];
  for (const path of texts) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      renamed.reduce((sum, [name, next]) => sum.replaceAll(name, next), text),
    );
    if (statSync(path).size === 0) throw new Error(`${path} is empty.`);
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next));
}
