import { expect, it } from '@jest/globals';
import { typedAmount } from './typed-amount.js';

it.each([
  ['18200', '18200.00'],
  ['1,54,353.5', '154353.50'],
  ['₹ 90.05', '90.05'],
  ['.5', '0.50'],
  ['007', '7.00'],
  ['1.5L', '150000.00'],
  ['2cr', '20000000.00'],
  ['0.000001 crore', '10.00'],
  ['१२००.५०', '1200.50'],
  ['9999999999999999.99', '9999999999999999.99'],
  ['12.3400', '12.34'],
])('%s is %s', (text, amount) => {
  expect(typedAmount(text)).toBe(amount);
});

it.each(['', '.', 'abc', '1.005', '1.23456789L', '-5', '1.2.3', '5 kg'])('%s is no amount', (text) => {
  expect(typedAmount(text)).toBeUndefined();
});
