import { expect, test } from '@jest/globals';
import { addressesOf, areSame, ContactWithoutAddress, validContacts } from './contact.js';

const asha = { name: 'Asha', role: 'Accounts', email: 'asha@shop.in', phone: null, getsMails: true };
const ravi = { name: 'Ravi', role: null, email: 'ravi@shop.in', phone: null, getsMails: false };

test('mails go to the customer and to those of its people who get them, each once', () => {
  expect(addressesOf({ email: 'shop@shop.in', contacts: [asha, ravi] })).toEqual([
    'shop@shop.in',
    'asha@shop.in',
  ]);
  expect(
    addressesOf({ email: 'asha@shop.in', contacts: [asha, { ...asha, email: 'ASHA@shop.in' }] }),
  ).toHaveLength(1);
  expect(addressesOf({ email: null, contacts: [asha] })).toEqual(['asha@shop.in']);
  expect(addressesOf({ email: null, contacts: [ravi] })).toEqual([]);
});

test('who gets mails has an address', () => {
  expect(() => validContacts([asha, { ...ravi, email: null, getsMails: true }])).toThrow(
    ContactWithoutAddress,
  );
  expect(validContacts([{ ...ravi, email: null, name: ' Ravi ' }])).toEqual([{ ...ravi, email: null }]);
});

test('contacts are the same in whatever order a database keeps their parts', () => {
  const { name, ...rest } = asha;
  expect(areSame([asha], [{ ...rest, name }])).toBe(true);
  expect(areSame([asha], [{ ...asha, phone: '+919876543210' }])).toBe(false);
});
