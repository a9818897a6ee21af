// What a browser says of a page: when it was first seen, how long it did not listen, how soon it shows what is typed.
// These run in the page, as text: their names belong to a browser and to nothing else in this folder.
import type { Browser, Page } from 'playwright-core';
import type { Sample } from '../benchmark.ts';
import type { Kept } from './signed-in.ts';

const keysTyped = 60;
/** A fast typist; the page has the time between two keys for everything else. */
const betweenKeysMs = 60;
const patienceMs = 120_000;

/** Opens a page in a browser that has never been here, but for who is signed in. */
export async function coldPage(browser: Browser, address: string, kept?: Kept): Promise<Page> {
  return browser.newPage({
    ...{ baseURL: address, locale: 'en-IN', viewport: { width: 1280, height: 800 } },
    ...(kept && { storageState: kept }),
  });
}

export async function firstPaint(page: Page): Promise<Sample> {
  await page.waitForLoadState('networkidle');
  return page.evaluate<Sample>(`(async () => {
    const largest = await new Promise((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true }));
    const code = performance.getEntriesByType('resource').filter(({ name }) => /\\.(?:js|css)$/.test(name));
    return {
      'first paint ms': performance.getEntriesByName('first-contentful-paint')[0].startTime,
      'largest paint ms': largest,
      'code kB': code.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
    };
  })()`);
}

/** As with a wheel, as fast as the page follows, until this row is seen. */
export async function scrollTo(page: Page, row: string): Promise<Sample> {
  await page.evaluate(`
    window.tasks = [];
    window.frames = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
    let last = performance.now();
    const next = (now) => { frames.push(now - last); last = now; requestAnimationFrame(next); };
    requestAnimationFrame(next);`);
  await page.mouse.move(640, 600);
  const until = performance.now() + patienceMs;
  const isSeen = `document.querySelector('${row}')?.getBoundingClientRect().top < innerHeight`;
  while (!(await page.evaluate<boolean>(isSeen))) {
    if (performance.now() > until) throw new Error('the end of the list did not come');
    await page.mouse.wheel(0, 2_000);
    await page.evaluate('new Promise((painted) => requestAnimationFrame(painted))');
  }
  return page.evaluate<Sample>(`({
    'longest task ms': Math.max(0, ...tasks),
    'tasks over 50 ms': tasks.length,
    'longest frame ms': Math.max(...frames),
  })`);
}

/** From the press of a key until the frame that shows it was painted, with the field already chosen. */
export async function typeInto(page: Page): Promise<Sample> {
  await page.evaluate(`
    window.waits = [];
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => waits.push(performance.now() - timeStamp);
      port2.postMessage(0);
    }), true);`);
  await page.keyboard.type('Printing paper, five hundred sheets. '.repeat(2).slice(0, keysTyped), {
    delay: betweenKeysMs,
  });
  await page.evaluate('new Promise((painted) => setTimeout(painted, 100))');
  return page.evaluate<Sample>(`(() => {
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.ceil(sorted.length * share) - 1];
    return { 'key to paint p50 ms': at(0.5), 'key to paint p95 ms': at(0.95) };
  })()`);
}
