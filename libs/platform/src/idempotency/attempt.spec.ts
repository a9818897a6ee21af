import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf } from './attempt.js';

const address = '/api/v1/companies/x/invoices';
const same = (one: unknown, other: unknown): boolean =>
  fingerprintOf(address, one).equals(fingerprintOf(address, other));

describe('the fingerprint of a request', () => {
  test('does not depend on the order in which fields are written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        const turned = Object.fromEntries(Object.entries(body).reverse());
        expect(same(body, turned)).toBe(true);
      }),
    );
  });

  test('differs for every other body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const isReordered = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(same(one, other)).toBe(isReordered);
      }),
    );
  });

  test.each([
    [{ lines: [1, 2] }, { lines: [2, 1] }],
    [{ total: '100' }, { total: 100 }],
    [{ a: null }, {}],
    [[], {}],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ])('tells %j from %j', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  test('differs for another address', () => {
    expect(fingerprintOf('/a', {}).equals(fingerprintOf('/b', {}))).toBe(false);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  // Marked as an object, so that one without fields is not taken for an empty list.
  return { fields: fields.map(([name, inner]) => ({ name, inner: sorted(inner) })) };
}
