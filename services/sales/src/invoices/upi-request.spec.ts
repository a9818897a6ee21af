import { expect, test } from '@jest/globals';
import { upiRequestOf } from './upi-request.js';

const bill = {
  number: 'SI/2627/0001',
  currency: 'INR',
  total: '1000.00',
  settled: '0.00',
  writtenOff: '0.00',
};
const seller = { name: 'Asha & Sons', upiId: 'asha@bank' };

test('asks for the whole bill, under its number', () => {
  expect(upiRequestOf(bill, seller)).toEqual({
    payee: 'asha@bank',
    link: 'upi://pay?pa=asha@bank&pn=Asha%20%26%20Sons&am=1000.00&cu=INR&tn=Invoice%20SI%2F2627%2F0001&tr=SI%2F2627%2F0001',
  });
});

test('asks for what is left of a bill that is paid in part', () => {
  expect(upiRequestOf({ ...bill, settled: '999.50' }, seller)?.link).toContain('&am=0.50&');
});

test.each([
  ['has no UPI id', bill, { ...seller, upiId: null }],
  ['is paid in another currency', { ...bill, currency: 'USD' as const }, seller],
  ['has nothing left to pay', { ...bill, settled: '1000.00' }, seller],
  ['has no number', { ...bill, number: null }, seller],
])('a bill that %s asks for nothing by UPI', (_, asked, by) => {
  expect(upiRequestOf(asked, by)).toBeNull();
});
