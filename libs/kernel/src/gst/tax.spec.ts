import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Money } from '../money.js';
import { PlainDate } from '../plain-date.js';
import { Quantity } from '../quantity.js';
import { Rate } from '../rate.js';
import { DiscountAboveValue, LineBelowZero } from './line-values.js';
import { tax } from './tax.js';
import type { DocumentToTax, LineToTax, TaxedDocument } from './tax-document.js';

const inr = (text: string): Money => Money.parse(text, 'INR');

function aLine(price: string, change: Partial<LineToTax> = {}): LineToTax {
  return {
    quantity: Quantity.parse('1', 'NOS'),
    price: inr(price),
    treatment: 'taxable',
    ratePercent: '18',
    ...change,
  };
}

function aDocument(lines: readonly LineToTax[], change: Partial<DocumentToTax> = {}): DocumentToTax {
  return {
    supply: {
      on: PlainDate.parse('2026-06-01'),
      supplier: { standing: 'regular', state: '27' },
      recipient: { standing: 'unregistered', state: '27' },
    },
    currency: 'INR',
    lines,
    ...change,
  };
}

const elsewhere = { ...aDocument([]).supply, recipient: { standing: 'unregistered', state: '29' } } as const;

function taxesOf({ taxes }: Pick<TaxedDocument, 'taxes'>): Record<string, string> {
  return Object.fromEntries(taxes.map(({ kind, amount }) => [kind, amount.toJSON()]));
}

describe('the tax of a document', () => {
  test.each<[string, DocumentToTax, Record<string, string>, string]>([
    ['1,000 at 18 inside a state', aDocument([aLine('1000')]), { cgst: '90.00', sgst: '90.00' }, '1180.00'],
    [
      '1,000 at 18 into another',
      aDocument([aLine('1000')], { supply: elsewhere }),
      { igst: '180.00' },
      '1180.00',
    ],
    [
      '10,000 at 18 inside a state',
      aDocument([aLine('10000')]),
      { cgst: '900.00', sgst: '900.00' },
      '11800.00',
    ],
    [
      '105.05 at 5, each half by itself',
      aDocument([aLine('105.05', { ratePercent: '5' })]),
      { cgst: '2.63', sgst: '2.63' },
      '110.31',
    ],
    [
      '105.05 at 5, integrated',
      aDocument([aLine('105.05', { ratePercent: '5' })], { supply: elsewhere }),
      { igst: '5.25' },
      '110.30',
    ],
    [
      '10 pieces at 100',
      aDocument([aLine('100', { quantity: Quantity.parse('10', 'NOS') })]),
      { cgst: '90.00', sgst: '90.00' },
      '1180.00',
    ],
    [
      '118 with the tax in it',
      aDocument([aLine('118')], { pricesIncludeTax: true }),
      { cgst: '9.00', sgst: '9.00' },
      '118.00',
    ],
    [
      '2 bottles of 100 at 28 with cess of 12 percent and 1.50 each, before the reform',
      aDocument(
        [
          aLine('100', {
            quantity: Quantity.parse('2', 'NOS'),
            ratePercent: '28',
            cess: { percent: '12', perUnit: inr('1.50') },
          }),
        ],
        { supply: { ...elsewhere, on: PlainDate.parse('2025-06-01') } },
      ),
      { igst: '56.00', cess: '27.00' },
      '283.00',
    ],
  ])('%s', (_, document, taxes, total) => {
    const taxed = tax(document);
    expect(taxesOf(taxed)).toEqual(taxes);
    expect(taxed.total.toJSON()).toBe(total);
  });

  it('is the sum of its lines, which carry what rounding leaves', () => {
    const { lines, taxes } = tax(
      aDocument(
        Array.from({ length: 4 }, () => aLine('0.77')),
        { supply: elsewhere },
      ),
    );
    expect(lines.map(({ taxes: [igst] }) => igst?.amount.toJSON())).toEqual(['0.14', '0.14', '0.14', '0.13']);
    expect(taxesOf({ taxes })).toEqual({ igst: '0.55' });
  });

  it('is rounded to the rupee on a line of its own', () => {
    const up = tax(aDocument([aLine('10620.50', { treatment: 'exempt' })], { isRoundedOff: true }));
    expect([up.roundOff.toJSON(), up.total.toJSON()]).toEqual(['0.50', '10621.00']);
    const example = tax(aDocument([aLine('999.66')], { isRoundedOff: true }));
    expect(taxesOf(example)).toEqual({ cgst: '89.97', sgst: '89.97' });
    expect([example.roundOff.toJSON(), example.total.toJSON()]).toEqual(['0.40', '1180.00']);
  });

  it('under reverse charge is worked out, owed by the recipient, and not demanded', () => {
    const { supply } = aDocument([]);
    const taxed = tax(aDocument([aLine('10000')], { supply: { ...supply, isReverseCharge: true } }));
    expect(taxesOf(taxed)).toEqual({ cgst: '900.00', sgst: '900.00' });
    expect([taxed.reverseCharge.toJSON(), taxed.total.toJSON()]).toEqual(['1800.00', '10000.00']);
  });

  it('covers charges and discounts, spread by value', () => {
    const taxed = tax(
      aDocument([aLine('600'), aLine('400', { ratePercent: '5' })], {
        charges: [{ name: 'Freight', amount: inr('100') }],
        discount: inr('50'),
      }),
    );
    expect(taxed.lines.map(({ taxable }) => taxable.toJSON())).toEqual(['630.00', '420.00']);
    expect(taxesOf(taxed)).toEqual({ cgst: '67.20', sgst: '67.20' });
    expect(taxed.total.toJSON()).toBe('1184.40');
  });

  it('spreads charges by quantity when the goods are free', () => {
    const taxed = tax(
      aDocument(
        [
          aLine('0', { quantity: Quantity.parse('1', 'NOS') }),
          aLine('0', { quantity: Quantity.parse('3', 'NOS') }),
        ],
        {
          charges: [{ name: 'Freight', amount: inr('100') }],
        },
      ),
    );
    expect(taxed.lines.map(({ charges }) => charges.toJSON())).toEqual(['25.00', '75.00']);
  });

  test.each<[string, LineToTax[], string]>([
    ['only taxed lines', [aLine('10')], 'tax-invoice'],
    [
      'only exempt lines',
      [aLine('10', { treatment: 'exempt' }), aLine('10', { treatment: 'nil-rated' })],
      'bill-of-supply',
    ],
    ['both', [aLine('10'), aLine('10', { treatment: 'non-gst' })], 'invoice-cum-bill-of-supply'],
  ])('decides the kind of paper: %s', (_, lines, kind) => {
    expect(tax(aDocument(lines)).kind).toBe(kind);
  });

  test.each([
    ['2025-09-21', '12', 0],
    ['2025-09-22', '12', 1],
    ['2025-09-22', '40', 0],
    ['2025-09-21', '40', 1],
  ])('on %s at %s warns %i times', (on, ratePercent, warnings) => {
    const supply = { ...aDocument([]).supply, on: PlainDate.parse(on) };
    expect(tax(aDocument([aLine('100', { ratePercent })], { supply })).warnings).toHaveLength(warnings);
  });

  it('is refused for less than nothing', () => {
    expect(() => tax(aDocument([aLine('-1')]))).toThrow(LineBelowZero);
    expect(() => tax(aDocument([aLine('1', { discount: { amount: inr('1.01') } })]))).toThrow(
      DiscountAboveValue,
    );
  });

  it('explains every figure down to the paragraph', () => {
    const { reason } = tax(aDocument([aLine('1000')]));
    const [cgst] = reason.because[0]!.because;
    expect(cgst).toMatchObject({
      ...{ rule: 'gst.cgst', found: '90.00', inputs: { taxable: '1000.00', ratePercent: '9' } },
      because: [
        { rule: 'gst.levy', found: 'cgst + sgst' },
        { rule: 'gst.rate', found: '18' },
      ],
    });
  });
});

const anyLine = fc
  .record({
    price: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    quantity: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    percent: fc.integer({ min: 0, max: 100 }),
    ratePercent: fc.constantFrom('0', '0.25', '3', '5', '18', '40'),
    treatment: fc.constantFrom('taxable', 'exempt', 'nil-rated', 'non-gst' as const),
    cess: fc.constantFrom(undefined, '12'),
  })
  .map(({ price, quantity, percent, ratePercent, treatment, cess }): LineToTax => ({
    ...{ quantity: Quantity.of(quantity, 'NOS'), price: Money.of(price, 'INR'), ratePercent, treatment },
    discount: { percent: Rate.percent(String(percent)) },
    ...(cess === undefined ? {} : { cess: { percent: cess } }),
  }));

const anyDocument = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 25 }),
    freight: fc.bigInt({ min: 0n, max: 10n ** 6n }),
    isInterState: fc.boolean(),
    pricesIncludeTax: fc.boolean(),
    isRoundedOff: fc.boolean(),
  })
  .filter(({ lines, freight }) => freight === 0n || lines.some(({ quantity }) => !quantity.isZero))
  .map(({ lines, freight, isInterState, ...rest }) =>
    aDocument(lines, {
      ...rest,
      charges: [{ name: 'Freight', amount: Money.of(freight, 'INR') }],
      ...(isInterState ? { supply: elsewhere } : {}),
    }),
  );

describe('under any lines, discounts and rates', () => {
  it('totals are the sums of their parts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const taxed = tax(document);
        const taxSum = Money.sum(
          taxed.taxes.map(({ amount }) => amount),
          'INR',
        );
        expect(taxed.total.toJSON()).toBe(taxed.net.add(taxSum).add(taxed.roundOff).toJSON());
        if (!document.pricesIncludeTax) {
          expect(taxed.net.toJSON()).toBe(taxed.gross.subtract(taxed.discount).add(taxed.charges).toJSON());
        }
        for (const line of taxed.lines) {
          const taxes = Money.sum(
            line.taxes.map(({ amount }) => amount),
            'INR',
          );
          expect(line.total.equals(line.net.add(taxes))).toBe(true);
        }
      }),
    );
  });

  it('the halves of centre and state are equal, line by line', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { taxes } of tax(document).lines) {
          const [cgst, sgst] = ['cgst', 'sgst'].map((kind) =>
            taxes.find((one) => one.kind === kind)?.amount.toJSON(),
          );
          expect(cgst).toBe(sgst);
        }
      }),
    );
  });

  it('prices with the tax in them are what is demanded', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const taxed = tax({ ...document, pricesIncludeTax: true, isRoundedOff: false });
        expect(taxed.total.toJSON()).toBe(taxed.gross.subtract(taxed.discount).add(taxed.charges).toJSON());
      }),
    );
  });
});
