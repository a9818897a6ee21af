import { describe, expect, it } from '@jest/globals';
import { allKeysOf, keysOf } from './what-changed.js';

describe('what Sales tells', () => {
  it('is asked for again once, however many changed', () => {
    expect(keysOf('sales', ['customer', 'customer', 'product'], 'c')).toEqual([
      ['sales', 'c', 'customers'],
      ['sales', 'c', 'products'],
    ]);
    const keys = keysOf('sales', ['invoice', 'receipt', 'posting'], 'c').map((key) => key.join('/'));
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('is shown in bills when a payment came, and not in payments when a bill was written', () => {
    expect(keysOf('sales', ['receipt'], 'c')).toContainEqual(['sales', 'c', 'invoices']);
    expect(keysOf('sales', ['invoice'], 'c')).not.toContainEqual(['sales', 'c', 'receipts']);
  });

  it('changes the figures of home and of reports', () => {
    for (const entity of ['invoice', 'receipt', 'credit-note', 'refund', 'write-off', 'posting'])
      expect(keysOf('sales', [entity], 'c')).toEqual(
        expect.arrayContaining([
          ['collecting', 'c'],
          ['report', 'c'],
        ]),
      );
  });
});

describe('what Common tells', () => {
  it('is shown in the figures of home, in reports and in the proof when an entry was posted', () => {
    expect(keysOf('common', ['journal-entry'], 'c')).toEqual([
      ['overview', 'c'],
      ['report', 'c'],
      ['entry', 'c'],
      ['posting-proof', 'c'],
    ]);
  });

  it('is shown in the journals and in what waits when one was submitted', () => {
    expect(keysOf('common', ['manual-journal'], 'c')).toEqual([
      ['common', 'c', 'manual-journals'],
      ['waiting', 'c'],
    ]);
  });

  it('is the same chart in every company', () => {
    expect(keysOf('common', ['account'], 'c')).toContainEqual(['common', 'chart']);
  });
});

it('asks for nothing because of what no page shows, or of what another service has under that name', () => {
  expect(keysOf('sales', ['something-new'], 'c')).toEqual([]);
  expect(keysOf('common', ['invoice'], 'c')).toEqual([]);
});

it('asks for everything that is told when something may have passed unheard, and for nothing else', () => {
  const keys = allKeysOf('common', 'c');
  for (const entity of ['journal-entry', 'manual-journal', 'account', 'books-year'])
    expect(keys).toEqual(expect.arrayContaining([...keysOf('common', [entity], 'c')]));
  expect(keys).not.toContainEqual(['sales', 'c', 'invoices']);
});
