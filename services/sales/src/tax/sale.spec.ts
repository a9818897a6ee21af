import { PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type Buyer, type Sale, type Seller, StateNotRegistered, taxed } from './sale.js';
import { usualSettings } from './tax-setting.js';

const seller: Seller = {
  ...{ currency: 'INR', kind: 'business', settings: usualSettings },
  gstins: [
    { gstin: '27AAPFU0939F1ZV', stateCode: '27' },
    { gstin: '29AAPFU0939F1ZR', stateCode: '29' },
  ],
};
const buyer: Buyer = { standing: 'unregistered', stateCode: '27', gstin: null };

function aSale(change: Partial<Sale> = {}, content: Partial<Sale['content']> = {}): Sale {
  const lines = [{ description: 'Upkeep', quantity: '1', unit: 'NOS', price: '8000.00', ratePercent: '18' }];
  return { on: PlainDate.parse('2026-06-01'), seller, buyer, content: { lines, ...content }, ...change };
}

const society = {
  ...seller,
  kind: 'society',
  settings: { ...usualSettings, turnover: '2500000.00' },
} as const;
const contribution = aSale().content.lines.map((line) => ({ ...line, contributionOf: 'A-101' }));

describe('a sale', () => {
  test.each<[string, Sale, string, string]>([
    ['from the first registration', aSale(), '9440.00', 'intra-state'],
    ['from the registration that is chosen', aSale({}, { soldFrom: '29' }), '9440.00', 'inter-state'],
    [
      'by a composition dealer',
      aSale({ seller: { ...seller, settings: { ...usualSettings, isComposition: true } } }),
      '8000.00',
      'intra-state',
    ],
    ['by a large society', aSale({ seller: society }, { lines: contribution }), '9440.00', 'intra-state'],
    [
      'by a large society for two months',
      aSale({ seller: society }, { lines: contribution, months: 2 }),
      '8000.00',
      'intra-state',
    ],
    [
      'by a business, however it names the unit',
      aSale({}, { lines: contribution }),
      '9440.00',
      'intra-state',
    ],
    [
      'with charges and discount',
      aSale({}, { charges: [{ name: 'Freight', amount: '100.00' }], discount: '50.00' }),
      '9499.00',
      'intra-state',
    ],
  ])('%s', (_, sale, total, nature) => {
    expect(taxed(sale).totals).toMatchObject({ total, nature });
  });

  test('from a state without registration is refused', () => {
    expect(() => taxed(aSale({}, { soldFrom: '33' }))).toThrow(StateNotRegistered);
  });
});
