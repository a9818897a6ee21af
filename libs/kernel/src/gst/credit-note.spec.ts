import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Money } from '../money.js';
import { PlainDate } from '../plain-date.js';
import { Quantity } from '../quantity.js';
import {
  allOf,
  type Creditable,
  CreditAboveLine,
  CreditLineTwice,
  CreditLineUnknown,
  creditOf,
  type CreditWanted,
  leftAfter,
} from './credit-note.js';
import { lastDayForCreditNote } from './credit-note-deadline.js';
import { tax } from './tax.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');
const pieces = (text: string): Quantity => Quantity.parse(text, 'NOS');

interface Sold {
  readonly quantity: string;
  readonly price: string;
  readonly ratePercent: string;
}

/** The invoice as the tax engine made it. */
function invoiceOf(sold: readonly Sold[], isReverseCharge = false): Creditable {
  const document = tax({
    ...{ currency: 'INR', isRoundedOff: true },
    supply: {
      ...{ on: PlainDate.parse('2025-09-01'), isReverseCharge },
      supplier: { standing: 'regular', state: '27' },
      recipient: { standing: 'unregistered', state: '27' },
    },
    lines: sold.map(({ quantity, price, ratePercent }) => ({
      ...{ quantity: pieces(quantity), price: rupees(price), treatment: 'taxable', ratePercent },
    })),
  });
  const lines = document.lines.map((line, index) => ({
    ...line,
    quantity: pieces(sold[index]?.quantity ?? '0'),
  }));
  return { currency: 'INR', lines, total: document.total, isReverseCharge };
}

const ten = [{ quantity: '10', price: '1000.00', ratePercent: '18' }];

describe('a credit note', () => {
  test('gives the tax of two of ten units back, at the rate of the invoice (worked example IX-04)', () => {
    const note = creditOf(invoiceOf(ten), [{ line: 0, quantity: pieces('2') }]);
    expect(note.net).toEqual(rupees('2000.00'));
    expect(note.taxes.map(({ kind, amount }) => [kind, amount.toJSON()])).toEqual([
      ['cgst', '180.00'],
      ['sgst', '180.00'],
    ]);
    expect(note.total).toEqual(rupees('2360.00'));
  });

  test('lowers a price by an amount before tax, and what comes back later comes back at the lower price', () => {
    const left = invoiceOf(ten);
    const lower = creditOf(left, [{ line: 0, amount: rupees('1000.00') }]);
    expect([lower.total.toJSON(), lower.lines[0]?.quantity.toJSON()]).toEqual(['1180.00', '0']);
    const back = creditOf(leftAfter(left, lower), [{ line: 0, quantity: pieces('5') }]);
    expect(back.net).toEqual(rupees('4500.00'));
  });

  test('gives the rounding of the invoice back with its last line, and leaves the tax under reverse charge out', () => {
    const left = invoiceOf([...ten, { quantity: '1', price: '0.40', ratePercent: '0' }]);
    expect(left.total).toEqual(rupees('11800.00'));
    expect(creditOf(left, allOf(left))).toMatchObject({ total: left.total, roundOff: rupees('-0.40') });
    const charged = creditOf(invoiceOf(ten, true), [{ line: 0, quantity: pieces('1') }]);
    expect([charged.total, charged.reverseCharge]).toEqual([rupees('1000.00'), rupees('180.00')]);
  });

  test.each<[string, readonly CreditWanted[], unknown]>([
    ['more than was sold', [{ line: 0, quantity: pieces('10.000001') }], CreditAboveLine],
    ['more than was billed', [{ line: 0, amount: rupees('10000.01') }], CreditAboveLine],
    ['a line that is not there', [{ line: 1, amount: rupees('1.00') }], CreditLineUnknown],
    [
      'a line twice',
      [
        { line: 0, amount: rupees('1.00') },
        { line: 0, amount: rupees('1.00') },
      ],
      CreditLineTwice,
    ],
  ])('cannot give back %s', (_, wanted, error) => {
    expect(() => creditOf(invoiceOf(ten), wanted)).toThrow(error);
  });
});

const anySold = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 5_000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
    price: fc.bigInt({ min: 1n, max: 10n ** 8n }).map((minor) => Money.of(minor, 'INR').toJSON()),
    ratePercent: fc.constantFrom('0', '0.25', '5', '12', '18', '28'),
  }),
  { minLength: 1, maxLength: 5 },
);
/** By how many thousandths of what is left each note takes of each line; whether by quantity or by value. */
const anyNotes = fc.array(
  fc.array(fc.record({ thousandths: fc.bigInt({ min: 0n, max: 1000n }), isByAmount: fc.boolean() }), {
    ...{ minLength: 5, maxLength: 5 },
  }),
  { maxLength: 6 },
);

describe('credit notes for one invoice, in any number and order', () => {
  test('add up: totals are the sum of their lines, nothing is taken twice, and the last takes exactly the rest', () => {
    fc.assert(
      fc.property(anySold, anyNotes, (sold, notes) => {
        let left = invoiceOf(sold);
        const { total } = left;
        let given = rupees('0.00');
        const take = (wanted: readonly CreditWanted[]): void => {
          const note = creditOf(left, wanted);
          const lines = Money.sum(
            note.lines.map((line) => line.total),
            'INR',
          );
          const taxes = Money.sum(
            note.taxes.map(({ amount }) => amount),
            'INR',
          );
          expect(note.total).toEqual(lines.add(note.roundOff));
          expect(note.net.add(taxes)).toEqual(lines);
          left = leftAfter(left, note);
          given = given.add(note.total);
          for (const line of left.lines) {
            expect(line.net.isNegative || line.taxable.isNegative || line.quantity.isNegative).toBe(false);
            expect(line.taxes.some(({ amount }) => amount.isNegative)).toBe(false);
          }
          expect(left.total.isNegative).toBe(false);
        };
        for (const note of notes) take(left.lines.flatMap((line, index) => some(line, index, note[index])));
        take(allOf(left));
        expect(given).toEqual(total);
        expect(
          left.lines.every(({ net, taxes }) => net.isZero && taxes.every(({ amount }) => amount.isZero)),
        ).toBe(true);
      }),
    );
  });

  test('give back what the rate says, to the paisa that rounding makes', () => {
    fc.assert(
      fc.property(anySold, fc.bigInt({ min: 1n, max: 1000n }), (sold, thousandths) => {
        const left = invoiceOf(sold);
        const note = creditOf(
          left,
          left.lines.flatMap((line, index) => some(line, index, { thousandths, isByAmount: true })),
        );
        for (const { net, taxes, line } of note.lines)
          for (const { amount } of taxes) {
            const exact = (Number(net.minor) * Number(sold[line]?.ratePercent)) / 200;
            expect(Math.abs(Number(amount.minor) - exact)).toBeLessThan(1.6);
          }
      }),
    );
  });
});

function some(
  { quantity, net }: Creditable['lines'][number],
  line: number,
  how: { readonly thousandths: bigint; readonly isByAmount: boolean } | undefined,
): CreditWanted[] {
  if (!how) return [];
  const amount = Money.of((net.minor * how.thousandths) / 1000n, 'INR');
  const back = Quantity.of((quantity.millionths * how.thousandths) / 1000n, 'NOS');
  if (how.isByAmount) return amount.isPositive ? [{ line, amount }] : [];
  return back.isZero ? [] : [{ line, quantity: back }];
}

test.each([
  ['2026-01-15', '2026-11-30'],
  ['2026-03-31', '2026-11-30'],
  ['2026-04-01', '2027-11-30'],
  ['2020-06-01', '2021-09-30'],
])('a supply of %s can be taken back with its tax until %s', (suppliedOn, last) => {
  expect(lastDayForCreditNote(PlainDate.parse(suppliedOn)).toString()).toBe(last);
});
