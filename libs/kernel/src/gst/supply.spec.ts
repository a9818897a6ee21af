import { describe, expect, test } from '@jest/globals';
import { PlainDate } from '../plain-date.js';
import { levyOn } from './levy.js';
import { placeOfSupply } from './place-of-supply.js';
import type { Supply } from './supply.js';

const pune = '27AAPFU0939F1ZV';
const bengaluru = '29AAFCC9980M1ZR';

function aSupply(change: Partial<Supply> = {}): Supply {
  return {
    on: PlainDate.parse('2026-06-01'),
    supplier: { standing: 'regular', state: '27', gstin: pune },
    recipient: { standing: 'unregistered' },
    ...change,
  };
}

const toPune = { standing: 'unregistered', state: '27' } as const;
const toBengaluru = { standing: 'registered', gstin: bengaluru } as const;
const abroad = { standing: 'overseas' } as const;
const zone = { standing: 'sez', gstin: '27AAACZ1111A1Z5' } as const;

describe('the place of supply', () => {
  test.each<[string, Partial<Supply>, string]>([
    ['an overseas recipient is outside India', { recipient: abroad }, '96'],
    [
      'an overseas recipient with goods left in India is where they are left',
      { recipient: abroad, deliveredTo: '24' },
      '24',
    ],
    ['an unregistered recipient is the address on record', { recipient: { ...toPune, state: '29' } }, '29'],
    ['a registered recipient is the state of the GSTIN', { recipient: toBengaluru }, '29'],
    [
      'a registered recipient is where goods are shipped, when chosen',
      { recipient: toBengaluru, deliveredTo: '27' },
      '27',
    ],
    ['an unknown address is the supplier', {}, '27'],
    [
      'a flat is where the flat is, wherever its owner lives',
      { recipient: { ...toPune, state: '29' }, propertyIn: '27' },
      '27',
    ],
  ])('of %s', (_, change, state) => {
    expect(placeOfSupply(aSupply(change)).state).toBe(state);
  });
});

describe('the levy', () => {
  test.each<[string, Partial<Supply>, string[]]>([
    ['inside one state are both halves', { recipient: toPune }, ['cgst', 'sgst']],
    ['into another state is the integrated tax', { recipient: toBengaluru }, ['igst']],
    [
      'into a zone of the same state is integrated, when paid',
      { recipient: zone, paysTaxOnZeroRated: true },
      ['igst'],
    ],
    ['into a zone under undertaking is nothing', { recipient: zone }, []],
    ['on an export under undertaking is nothing', { recipient: abroad }, []],
    ['on an export with payment is integrated', { recipient: abroad, paysTaxOnZeroRated: true }, ['igst']],
    ['of a composition dealer is nothing', { supplier: { standing: 'composition', state: '27' } }, []],
    ['of an unregistered supplier is nothing', { supplier: { standing: 'unregistered', state: '27' } }, []],
    [
      'between branches of one registration is nothing',
      { recipient: { standing: 'registered', gstin: pune } },
      [],
    ],
    [
      'in a territory without legislature has its own name',
      { supplier: { standing: 'regular', state: '04' } },
      ['cgst', 'utgst'],
    ],
  ])('%s', (_, change, kinds) => {
    expect(levyOn(aSupply(change)).kinds).toEqual(kinds);
  });

  test('is never both families, and never half of one', () => {
    const standings = ['registered', 'composition', 'unregistered', 'sez', 'overseas'] as const;
    for (const standing of standings) {
      for (const state of ['27', '29', undefined]) {
        const recipient = state === undefined ? { standing } : { standing, state };
        const { kinds } = levyOn(aSupply({ recipient, paysTaxOnZeroRated: true }));
        expect([['cgst', 'sgst'], ['igst']]).toContainEqual(kinds);
      }
    }
  });

  test('says which rule decided, down to the place', () => {
    const { reason } = levyOn(aSupply({ recipient: toBengaluru }));
    expect(reason).toMatchObject({
      rule: 'gst.levy',
      found: 'igst',
      because: [{ rule: 'gst.place-of-supply', found: '29', source: 'IGST Act, section 12(2)(a)' }],
    });
  });
});
