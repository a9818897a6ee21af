import { expect, test } from '@jest/globals';
import { blankLine } from './draft-line.js';
import { typedSaleIn } from './typed-sale.js';

const sale = {
  customerId: '',
  on: '2026-04-01',
  lines: [blankLine()],
  papers: { dueOn: '2026-05-01', notes: 'Thank you' },
};

test('what was typed comes back as it was', () => {
  expect(typedSaleIn(JSON.parse(JSON.stringify(sale)))).toEqual(sale);
});

test.each([
  ['nothing', undefined],
  ['another thing', 'text'],
  ['no lines', { ...sale, lines: [] }],
  ['a line without a field', { ...sale, lines: [{ ...blankLine(), price: undefined }] }],
  ['a line that is none', { ...sale, lines: [null] }],
  ['no customer', { ...sale, customerId: 7 }],
])('%s is not taken for an invoice', (_, kept) => {
  expect(typedSaleIn(kept)).toBeUndefined();
});
