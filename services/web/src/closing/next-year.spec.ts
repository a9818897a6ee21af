import { expect, it } from '@jest/globals';
import { nextYear } from './next-year.js';

it.each([
  ['2026-27', '2027-28'],
  ['2098-99', '2099-00'],
  ['2026', '2027'],
])('after %s comes %s', (label, next) => {
  expect(nextYear(label)).toBe(next);
});
