import { expect, it } from '@jest/globals';
import { barHeights } from './bar-heights.js';

it.each([
  [
    ['50.00', '100.00', '0.00'],
    [50, 100, 0],
  ],
  [
    ['-10.00', '40.00', '10.01'],
    [0, 100, 25],
  ],
  [
    ['0.00', '-1.00'],
    [0, 0],
  ],
  [[], []],
])('%j stand %j high', (amounts, heights) => {
  expect(barHeights(amounts, 'INR')).toEqual(heights);
});
