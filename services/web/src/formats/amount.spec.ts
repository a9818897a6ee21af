import { expect, it } from '@jest/globals';
import { formatRupees } from './amount.js';

it.each([
  ['154353', '₹1,54,353.00'],
  ['50000.50', '₹50,000.50'],
  ['9999999999999.99', '₹99,99,99,99,99,999.99'],
])('%s is shown as %s, to the paisa', (amount, shown) => {
  expect(formatRupees(amount)).toBe(shown);
});
