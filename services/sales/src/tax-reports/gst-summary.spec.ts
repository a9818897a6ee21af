import { Money, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Buyer, type SaleContent, type Seller, taxed } from '../tax/sale.js';
import { usualSettings } from '../tax/tax-setting.js';
import { partsOf, type TaxDocument } from './gst-parts.js';
import { gstHsn, hsnRows } from './gst-hsn.js';
import { seriesOf } from './gst-series.js';
import { gstSummary } from './gst-summary.js';
import type { Figures } from './sales-register.js';

const sellerGstin = '27AAPFU0939F1ZV';
const seller: Seller = {
  ...{ currency: 'INR', kind: 'business', settings: usualSettings },
  gstins: [{ gstin: sellerGstin, stateCode: '27' }],
};
const buyers: readonly Buyer[] = [
  { standing: 'registered', stateCode: '29', gstin: '29AAFCC9980M1ZR' },
  { standing: 'registered', stateCode: '27', gstin: sellerGstin },
  { standing: 'sez', stateCode: '29', gstin: '29AAFCC9980M1ZR' },
  { standing: 'unregistered', stateCode: '27', gstin: null },
  { standing: 'unregistered', stateCode: '29', gstin: null },
  { standing: 'overseas', stateCode: null, gstin: null },
];

interface Given {
  readonly buyer?: Buyer;
  readonly content: SaleContent;
  readonly change?: Partial<TaxDocument>;
}

/** A document and its totals, as the database would have them. */
function aDocument({ buyer = buyers[3]!, content, change = {} }: Given) {
  const { lines, totals } = taxed({ on: PlainDate.parse('2026-06-15'), seller, buyer, content });
  const document: TaxDocument = {
    ...{ id: newId(), document: 'invoice', number: 'SI/2627/0001', on: '2026-06-15', customerName: 'Ravi' },
    ...{ state: 'posted', isVoid: false, sign: 1, sellerGstin, buyerGstin: buyer.gstin, isPlaceless: false },
    ...{ totals, corrects: null, ...change },
    lines: lines.map(({ net, taxable, taxes }, index) => {
      const { classification = '', treatment = 'taxable', ...sold } = content.lines[index]!;
      return { ...sold, classification, treatment, net, taxable, taxes };
    }),
  };
  return { document, totals };
}

function registerOf(all: readonly ReturnType<typeof aDocument>[]): Figures {
  const sum = (pick: (totals: (typeof all)[number]['totals']) => readonly string[]): Money =>
    Money.sum(
      all.flatMap(({ document, totals }) =>
        document.isVoid
          ? []
          : pick(totals).map((text) => {
              const amount = Money.parse(text, 'INR');
              return document.sign < 0 ? amount.negate() : amount;
            }),
      ),
      'INR',
    );
  const tax = (...kinds: readonly string[]) =>
    sum(({ taxes, reverseCharge }) =>
      reverseCharge === '0.00'
        ? taxes.flatMap(({ kind, amount }) => (kinds.includes(kind) ? [amount] : []))
        : [],
    );
  return {
    ...{ value: sum(({ net }) => [net]), taxable: sum(({ taxable }) => [taxable]), cgst: tax('cgst') },
    ...{ sgst: tax('sgst', 'utgst'), igst: tax('igst'), cess: tax('cess') },
    ...{ roundOff: sum(({ roundOff }) => [roundOff]), total: sum(({ total }) => [total]) },
  };
}

const line = fc.record({
  description: fc.constant('Tea'),
  classification: fc.constantFrom('', '0902', '090210', '998311'),
  quantity: fc.constantFrom('1', '3', '2.5'),
  unit: fc.constantFrom('NOS', 'KGS'),
  price: fc.integer({ min: 1, max: 90_000_00 }).map((paise) => Money.of(BigInt(paise), 'INR').toJSON()),
  treatment: fc.constantFrom('taxable', 'exempt', 'nil-rated', 'non-gst'),
  ratePercent: fc.constantFrom('0', '5', '18', '40'),
});

const given = fc.record({
  buyer: fc.constantFrom(...buyers),
  content: fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    isReverseCharge: fc.boolean(),
    paysTaxOnZeroRated: fc.boolean(),
  }),
  isNote: fc.boolean(),
  isVoid: fc.boolean(),
});

const told = (documents: readonly TaxDocument[]) => {
  return { documents, currency: 'INR', digits: 4, digitsToOthers: 0 };
};

describe('the summary for GSTR-1', () => {
  test('has in its sections what is in the register, whatever was sold to whom', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (all) => {
        const made = all.map(({ isNote, isVoid, ...sold }) => {
          const corrects = { on: '2026-06-01', total: '118000.00' };
          const note = { document: 'credit-note', sign: -1, corrects } as const;
          return aDocument({ ...sold, change: { isVoid, ...(isNote && note) } });
        });
        const { checks } = gstSummary(told(made.map(({ document }) => document)), registerOf(made));
        expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      }),
    );
  });

  test('shows by how much its sections differ from the register', () => {
    const made = [
      aDocument({ content: { lines: [{ ...fc.sample(line, 1)[0]!, price: '10.00', quantity: '1' }] } }),
    ];
    const off = { ...registerOf(made), value: Money.parse('10.01', 'INR') };
    const [value] = gstSummary(told([made[0]!.document]), off).checks;
    expect(value).toEqual({
      name: 'sections-are-register-value',
      left: '10.00',
      right: '10.01',
      holds: false,
    });
  });

  test('tells a line once, its exempt part among what bears no tax', () => {
    const sold = {
      description: 'Tea',
      quantity: '1',
      unit: 'NOS',
      price: '100.00',
      ratePercent: '18',
    } as const;
    const { document } = aDocument({ content: { lines: [sold, { ...sold, treatment: 'exempt' }] } });
    const [taxedLine, exempt] = document.lines;
    const partly = { ...document, lines: [{ ...taxedLine!, taxable: '60.00' }, exempt!] };
    expect(partsOf(partly, 'INR').map(({ section, value }) => [section, value.toJSON()])).toEqual([
      ['b2cs', '60.00'],
      ['nil', '40.00'],
      ['nil', '100.00'],
    ]);
  });
});

describe('the summary by HSN', () => {
  const sold = {
    description: 'Tea',
    quantity: '2',
    unit: 'NOS',
    price: '100.00',
    ratePercent: '18',
  } as const;
  const documents = [
    aDocument({ content: { lines: [{ ...sold, classification: '09021010' }] } }).document,
    aDocument({
      content: { lines: [{ ...sold, quantity: '1', classification: '09022030' }] },
      change: { sign: -1, document: 'credit-note', corrects: { on: '2026-06-01', total: '236.00' } },
    }).document,
    aDocument({ buyer: buyers[0]!, content: { lines: [{ ...sold, classification: '0902' }] } }).document,
  ];

  test.each([
    [
      4,
      [
        ['0902', 'NOS', '2', '18', '200.00'],
        ['0902', 'NOS', '1', '18', '100.00'],
      ],
    ],
    [
      6,
      [
        ['0902', 'NOS', '2', '18', '200.00'],
        ['090210', 'NOS', '2', '18', '200.00'],
        ['090220', 'NOS', '-1', '18', '-100.00'],
      ],
    ],
  ])('of %i digits adds up what they share, to registered customers and others apart', (digits, rows) => {
    const all = gstHsn({ ...told(documents), digits }).rows;
    expect(all.filter(({ level }) => level === 1).map(({ cells }) => cells.slice(0, 5))).toEqual(rows);
    expect(hsnRows({ ...told(documents), digits }).map(({ isRegistered }) => isRegistered)[0]).toBe(true);
  });
});

test('a series goes from its first number to its last, in the order of counting, with what is cancelled', () => {
  const numbered = (number: string, isVoid = false) => ({
    ...aDocument({ content: { lines: [] } }).document,
    number,
    isVoid,
  });
  const documents = [numbered('SI/9'), numbered('SI/10', true), numbered('EX/1'), numbered('SI/8')];
  expect(
    seriesOf(documents).map((one) => [one.first.number, one.last.number, one.all, one.cancelled]),
  ).toEqual([
    ['SI/8', 'SI/10', 3, 1],
    ['EX/1', 'EX/1', 1, 0],
  ]);
});
