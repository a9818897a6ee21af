import { expect, test } from '@jest/globals';
import { Money } from './money.js';
import { NotPayableByUpi, upiLink } from './upi-link.js';

const bill = {
  payee: 'society@bank',
  payeeName: 'Green CHS',
  amount: Money.parse('10620', 'INR'),
  note: 'Bill 25-26/A101',
  reference: 'B25A101',
};

function fieldsOf(link: string): URLSearchParams {
  return new URL(link).searchParams;
}

test('a bill is asked for with its amount, its note and our reference', () => {
  expect(upiLink(bill)).toBe(
    'upi://pay?pa=society@bank&pn=Green%20CHS&am=10620.00&cu=INR&tn=Bill%2025-26%2FA101&tr=B25A101',
  );
});

test.each([
  ['0.01', '0.01'],
  ['99999.99', '99999.99'],
  ['100000.00', null],
  ['100000.01', null],
])('₹%s is stated as %s', (amount, stated) => {
  expect(fieldsOf(upiLink({ ...bill, amount: Money.parse(amount, 'INR') })).get('am')).toBe(stated);
});

test.each([
  ['a'.repeat(50), 'a'.repeat(50)],
  ['a'.repeat(51), 'a'.repeat(50)],
  [`${'a'.repeat(49)}🏠b`, `${'a'.repeat(49)}🏠`],
])('of the note %s, fifty characters are kept', (note, kept) => {
  expect(fieldsOf(upiLink({ ...bill, note })).get('tn')).toBe(kept);
});

test('no name adds a field of its own', () => {
  const fields = fieldsOf(upiLink({ ...bill, payeeName: 'Asha & Sons&am=1.00' }));
  expect(fields.get('pn')).toBe('Asha & Sons&am=1.00');
  expect(fields.getAll('am')).toEqual(['10620.00']);
});

test.each([
  ['0', 'INR'],
  ['-1', 'INR'],
  ['10', 'USD'],
] as const)('%s %s is not asked for', (amount, currency) => {
  expect(() => upiLink({ ...bill, amount: Money.parse(amount, currency) })).toThrow(NotPayableByUpi);
});
