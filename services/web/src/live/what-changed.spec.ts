import { expect, it } from '@jest/globals';
import { keysOf } from './what-changed.js';

it('asks again for what shows a record that changed, once however many changed', () => {
  expect(keysOf(['customer', 'customer', 'product'], 'c')).toEqual([
    ['sales', 'c', 'customers'],
    ['sales', 'c', 'products'],
  ]);
});

it('asks again for bills when a payment came, and not for payments when a bill was written', () => {
  expect(keysOf(['receipt'], 'c')).toContainEqual(['sales', 'c', 'invoices']);
  expect(keysOf(['invoice'], 'c')).not.toContainEqual(['sales', 'c', 'receipts']);
});

it('asks for nothing because of what no page shows', () => {
  expect(keysOf(['something-new'], 'c')).toEqual([]);
});
