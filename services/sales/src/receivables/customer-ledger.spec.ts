import { Money, newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type CustomerLine, customerLedger } from './customer-ledger.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');

const line = (side: CustomerLine['side'], amount: string): CustomerLine => ({
  ...{ on: '2026-06-01', document: side === 'debit' ? 'invoice' : 'receipt', documentId: newId() },
  ...{ number: '1', narration: '', dueOn: null, side, amount: rupees(amount) },
});

describe('the ledger of a customer', () => {
  const lines = [line('debit', '1000.00'), line('credit', '1500.00'), line('debit', '200.00')];

  test('tells after each line what is owed, and below zero what was given in advance', () => {
    const { rows } = customerLedger({ opening: rupees('50.00'), lines, open: rupees('-250.00') });
    expect(rows.map(({ cells }) => cells.at(-1))).toEqual([
      ...['50.00', '1050.00', '-450.00', '-250.00', '-250.00'],
    ]);
  });

  test.each([
    ['-250.00', true],
    ['-249.99', false],
  ])('that ends at -250.00 with %s open, ties out: %s', (open, holds) => {
    const { checks } = customerLedger({ opening: rupees('50.00'), lines, open: rupees(open) });
    expect(checks).toMatchObject([{ left: '-250.00', right: open, holds }]);
  });
});
