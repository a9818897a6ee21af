import { expect, test } from '@jest/globals';
import { vouchersIn } from './journal-sheet.js';
import { writtenIn } from './written-voucher.js';

function written(date: string, debit: string) {
  const head = 'VoucherNo\tDate\tAccountNumber\tDebit\tCredit\tNarration';
  const [voucher] = vouchersIn(`${head}\n1\t${date}\t11120\t${debit}\t\tRent`);
  const { on, lines } = writtenIn(voucher!);
  return { on, amount: lines[0]?.amount };
}

test.each([
  ['125000', '125000.00'],
  ['125000.5', '125000.50'],
  ['1,25,000', '125000.00'],
  ['125,000.00', '125000.00'],
  ['007', '7.00'],
])('%s is the amount %s', (text, amount) => {
  expect(written('2026-04-30', text).amount).toBe(amount);
});

test.each(['12,50', '1,25,00', '1.250,00', '1,,000', '12,', 'ten'])(
  '%s is no amount, and stays as it was written for whoever reads the complaint',
  (text) => {
    expect(written('2026-04-30', text).amount).toBe(text);
  },
);

test.each([
  ['30-04-2026', '2026-04-30'],
  ['1/4/2026', '2026-04-01'],
  ['31-04-2026', '31-04-2026'],
])('the day %s is %s', (text, on) => {
  expect(written(text, '1').on).toBe(on);
});
