import { type CreateReceipt, PostTransaction } from '@dhanman/contracts';
import { type Id, Money, newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerRequest } from '../postings/posting.js';
import { Receipt } from './receipt.js';
import { applicationEntry, receiptEntry } from './receipt-transaction.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');

function aReceipt(change: Partial<CreateReceipt>): Receipt {
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'Receipt'>() };
  const customerId = newId() as Id & string;
  const details = { customerId, on: '2026-06-10', mode: 'bank', amount: '1000.00', ...change } as const;
  return Receipt.received(identity, details, 'INR').numbered('RC/2627/0001');
}

const linesOf = ({ lines }: LedgerRequest): Record<string, string> =>
  Object.fromEntries(lines.map(({ account, side, amount }) => [`${side} ${account}`, amount]));

describe('a receipt in the books', () => {
  test.each<[string, Partial<CreateReceipt>, string, Record<string, string>]>([
    [
      'in cash against an invoice (EX-02)',
      { mode: 'cash' },
      '1000.00',
      { 'debit 11110': '1000.00', 'credit 11200': '1000.00' },
    ],
    [
      'as an advance (IX-10)',
      { amount: '5000.00' },
      '0.00',
      { 'debit 11120': '5000.00', 'credit 25020': '5000.00' },
    ],
    [
      'less the tax that the customer deducted (S17)',
      { amount: '980.00', tds: '20.00' },
      '1000.00',
      { 'debit 11120': '980.00', 'debit 11440': '20.00', 'credit 11200': '1000.00' },
    ],
    [
      'by cheque into a bank of its own, partly an advance (S8, S9)',
      { mode: 'cheque', reference: '000123', account: '11121' },
      '600.00',
      { 'debit 11121': '1000.00', 'credit 11200': '600.00', 'credit 25020': '400.00' },
    ],
    [
      'by UPI',
      { mode: 'upi', reference: '4123' },
      '1000.00',
      { 'debit 11120': '1000.00', 'credit 11200': '1000.00' },
    ],
  ])('%s', (_, details, settled, lines) => {
    expect(linesOf(receiptEntry(aReceipt(details), rupees(settled)))).toEqual(lines);
  });

  test('whose advance is applied later (IX-10, S10), and taken off again', () => {
    const receipt = aReceipt({ amount: '5000.00' });
    const applied = { 'debit 25020': '5000.00', 'credit 11200': '5000.00' };
    expect(linesOf(applicationEntry(receipt, rupees('5000.00'), 'apply'))).toEqual(applied);
    const released = { 'debit 11200': '5000.00', 'credit 25020': '5000.00' };
    expect(linesOf(applicationEntry(receipt, rupees('5000.00'), 'release'))).toEqual(released);
  });

  test('balances, whatever is paid, deducted and settled, and names the customer wherever a balance is kept', () => {
    const minor = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(minor, minor, fc.bigInt({ min: 0n, max: 100n }), (amount, tds, percent) => {
        const [money, tax] = [Money.of(amount, 'INR'), Money.of(tds, 'INR')];
        const receipt = aReceipt({ amount: money.toJSON(), tds: tax.toJSON() });
        const settled = Money.of((receipt.value.minor * percent) / 100n, 'INR');
        const source = { document: 'receipt', id: newId(), version: 1, purpose: 'receive' };
        const request = { ...receiptEntry(receipt, settled), source, on: receipt.on };
        const { lines } = PostTransaction.payload.parse({ ...request, lines: [...request.lines] });
        const total = (side: string) =>
          Money.sum(
            lines.filter((line) => line.side === side).map((line) => rupees(line.amount)),
            'INR',
          ).minor;
        expect(total('debit')).toBe(total('credit'));
        expect(
          lines.filter((line) => line.role === 'receivable').every((line) => line.party !== undefined),
        ).toBe(true);
      }),
    );
  });
});
