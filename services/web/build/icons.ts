// Draws the icons of the installed app from favicon.svg, in the browser that the tests use: `node build/icons.ts`
// after the drawing has changed. A test compares them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../../deploy/bench/parts/chromium.ts';

const drawing = new URL('../public/favicon.svg', import.meta.url);
export const iconFolder = new URL('../public/icons/', import.meta.url);

/** A system cuts its own shape out of a maskable icon, and a telephone rounds the corners: both want it to the edges. */
export const icons = [
  { name: 'icon-192.png', size: 192, reachesEdges: false },
  { name: 'icon-512.png', size: 512, reachesEdges: false },
  { name: 'maskable-512.png', size: 512, reachesEdges: true },
  { name: 'touch-180.png', size: 180, reachesEdges: true },
] as const;

export async function drawn(
  browser: Browser,
  { size, reachesEdges }: (typeof icons)[number],
): Promise<Buffer> {
  const svg = readFileSync(drawing, 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? 'none';
  const inset = reachesEdges ? size * 0.1 : 0;
  await page.setContent(
    `<style>body { margin: ${String(inset)}px; background: ${reachesEdges ? ground : 'transparent'} }
     svg { display: block; width: ${String(size - 2 * inset)}px }</style>${svg}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

if (import.meta.main) {
  const browser = await openBrowser();
  mkdirSync(iconFolder, { recursive: true });
  for (const icon of icons) writeFileSync(new URL(icon.name, iconFolder), await drawn(browser, icon));
  await browser.close();
}
