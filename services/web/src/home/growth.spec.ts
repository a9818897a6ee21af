import { expect, it } from '@jest/globals';
import { growth } from './growth.js';

it.each([
  ['150.00', '100.00', '50.0'],
  ['50.00', '100.00', '-50.0'],
  ['100.05', '100.00', '0.1'],
  ['100.00', '100.01', '0.0'],
  ['100.00', '-100.00', '200.0'],
  ['-150.00', '-100.00', '-50.0'],
])('%s after %s is %s percent', (now, before, percent) => {
  expect(growth(now, before, 'INR')).toBe(percent);
});

it('from nothing there is no growth', () => {
  expect(growth('100.00', '0.00', 'INR')).toBeUndefined();
});
