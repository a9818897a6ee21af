import { expect, it } from '@jest/globals';
import { formatAmount, formatBalance, formatRupees } from './amount.js';

it.each([
  ['154353', '₹1,54,353.00'],
  ['50000.50', '₹50,000.50'],
  ['9999999999999.99', '₹99,99,99,99,99,999.99'],
])('%s is shown as %s, to the paisa', (amount, shown) => {
  expect(formatRupees(amount)).toBe(shown);
});

it.each([
  ['154353.00', '1,54,353.00', '1,54,353.00 Dr'],
  ['-29500.00', '(29,500.00)', '29,500.00 Cr'],
  ['0.00', '0.00', '0.00'],
  ['9999999999999999.99', '9,99,99,99,99,99,99,999.99', '9,99,99,99,99,99,99,999.99 Dr'],
])('%s is shown as %s on a statement, and as a balance as %s', (amount, statement, balance) => {
  expect(formatAmount(amount)).toBe(statement);
  expect(formatBalance(amount)).toBe(balance);
});
