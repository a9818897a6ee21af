// The app and a browser for one file of tests: importing this opens them before its tests and closes them after.
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { type FrontDoor, openFrontDoor } from '../../../../deploy/bench/parts/front-door.ts';

export let door: FrontDoor;
export let browser: Browser;

beforeAll(async () => {
  [door, browser] = await Promise.all([openFrontDoor(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await door.stop();
});
