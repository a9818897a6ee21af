import { expect, test } from '@jest/globals';
import { amountOnPaper, dayOnPaper } from './on-paper.js';

test.each([
  ['1234567.00', '12,34,567.00'],
  ['0.5', '0.50'],
  ['-100000', '-1,00,000.00'],
  ['9999999999999999.99', '9,99,99,99,99,99,99,999.99'],
])('%s stands on paper as %s', (amount, written) => {
  expect(amountOnPaper(amount)).toBe(written);
});

test('a day stands on paper with the day first', () => {
  expect(dayOnPaper('2026-03-31')).toBe('31-03-2026');
});
