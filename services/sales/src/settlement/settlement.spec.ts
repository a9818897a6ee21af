import { Money, newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paymentOf } from './payment.js';
import {
  AllocationAboveOutstanding,
  AllocationsAboveCredit,
  AllocationTwice,
  InvoiceNotOpen,
} from './settlement.js';
import { byHand, oldestFirst, type OpenInvoice, totalOf } from './settlement.js';

const rupees = (minor: bigint): Money => Money.of(minor, 'INR');
const opened = (minor: bigint, number = 'SI/2627/0001'): OpenInvoice => ({
  ...{ id: newId(), number, outstanding: rupees(minor) },
});

const anyOpen = fc.array(
  fc.bigInt({ min: 0n, max: 10n ** 12n }).map((minor) => opened(minor)),
  { maxLength: 30 },
);
const anyValue = fc.bigInt({ min: 1n, max: 10n ** 13n }).map(rupees);

describe('the oldest first', () => {
  test('never settles more than is open or than there is, and leaves nothing over that could settle something', () => {
    fc.assert(
      fc.property(anyOpen, anyValue, (open, value) => {
        const shares = oldestFirst(open, value);
        const settled = totalOf(shares, 'INR');
        const owed = Money.sum(
          open.map(({ outstanding }) => outstanding),
          'INR',
        );
        expect(settled.minor).toBe(owed.compare(value) < 0 ? owed.minor : value.minor);
        for (const { invoiceId, amount } of shares) {
          const invoice = open.find(({ id }) => id === invoiceId);
          expect(amount.isPositive && amount.compare(invoice?.outstanding ?? rupees(0n)) <= 0).toBe(true);
        }
      }),
    );
  });

  test('settles an invoice in full before it touches the next', () => {
    fc.assert(
      fc.property(anyOpen, anyValue, (open, value) => {
        const amounts = new Map<string, Money>(
          oldestFirst(open, value).map((one) => [one.invoiceId, one.amount]),
        );
        const left = open.map(({ id, outstanding }) => outstanding.subtract(amounts.get(id) ?? rupees(0n)));
        const firstOpen = left.findIndex((one) => one.isPositive);
        const later = firstOpen === -1 ? [] : open.slice(firstOpen + 1);
        expect(later.filter(({ id }) => amounts.has(id))).toEqual([]);
      }),
    );
  });

  test('is what a person could have chosen by hand', () => {
    fc.assert(
      fc.property(anyOpen, anyValue, (open, value) => {
        const shares = oldestFirst(open, value);
        const wanted = shares.map(({ invoiceId, amount }) => ({ invoiceId, amount: amount.toJSON() }));
        expect(byHand(wanted as Parameters<typeof byHand>[0], open, value)).toEqual(shares);
      }),
    );
  });
});

describe('by hand', () => {
  const [one, other] = [opened(50_000n), opened(70_000n, 'SI/2627/0002')];
  const share = ({ id }: OpenInvoice, amount: string) => ({ invoiceId: id, amount });

  test.each([
    ['more than is open', [share(one, '500.01')], AllocationAboveOutstanding],
    ['more than there is', [share(one, '500.00'), share(other, '600.00')], AllocationsAboveCredit],
    ['an invoice twice', [share(one, '1.00'), share(one, '1.00')], AllocationTwice],
    ['an invoice that is not open', [share(opened(1n), '0.01')], InvoiceNotOpen],
  ])('one cannot settle %s', (_, wanted, error) => {
    expect(() => byHand(wanted, [one, other], rupees(100_000n))).toThrow(error);
  });
});

test.each([
  ['100.00', '0.00', '0.00', 'unpaid', '100.00'],
  ['100.00', '0.01', '0.00', 'partly-paid', '99.99'],
  ['100.00', '40.00', '40.00', 'partly-paid', '60.00'],
  ['100.00', '100.00', '0.00', 'paid', '0.00'],
  ['100.00', '100.00', '0.01', 'written-off', '0.00'],
])(
  'of %s with %s settled, %s of it written off, an invoice is %s',
  (...[total, settled, writtenOff, payment, outstanding]) => {
    expect(paymentOf({ currency: 'INR', total, settled, writtenOff })).toEqual({ payment, outstanding });
  },
);
