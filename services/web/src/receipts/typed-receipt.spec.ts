import { expect, test } from '@jest/globals';
import { typedReceiptIn } from './typed-receipt.js';

const typed = { customerId: 'c', on: '2026-11-27', mode: 'upi', reference: '4123', amount: '1,205', tds: '' };

test('what was typed is read again, with what was shared out by hand and without', () => {
  expect(typedReceiptIn(typed)).toEqual(typed);
  const byHand = { a: '300' };
  expect(typedReceiptIn({ ...typed, byHand })).toEqual({ ...typed, byHand });
});

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['an amount that is no text', { ...typed, amount: 1205 }],
  ['a way to pay that there is not', { ...typed, mode: 'barter' }],
])('%s was not kept by us', (_, kept) => {
  expect(typedReceiptIn(kept)).toBeUndefined();
});

test('shares that are none are left out', () => {
  expect(typedReceiptIn({ ...typed, byHand: { a: 300 } })).toEqual(typed);
});
