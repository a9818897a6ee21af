import { describe, expect, it } from '@jest/globals';
import { allocationsOf, byDueDate, money, spend } from './spending.js';

const opened = (id: string, outstanding: string, on = '2026-06-01', dueOn: string | null = null) => ({
  ...{ id, outstanding, on, dueOn, number: id },
});
const invoices = [opened('a', '300.00'), opened('b', '500.00')];
const told = (amount: string, byHand?: Record<string, string>) => {
  const spending = spend(invoices, money(amount), byHand);
  const { shares, advance } = spending;
  return [shares.map((one) => one.toJSON()), advance.toJSON(), allocationsOf(byHand)];
};

describe('the money of a receipt', () => {
  it('settles the oldest first as long as nobody chooses, and the service is left to do it', () => {
    expect(told('400')).toEqual([['300.00', '100.00'], '0.00', {}]);
    expect(told('1,000')).toEqual([['300.00', '500.00'], '200.00', {}]);
  });

  it('is sent again as the same, in whatever order it was typed and whichever invoices are open by now', () => {
    const allocations = [
      { invoiceId: 'a', amount: '1.00' },
      { invoiceId: 'z', amount: '2.00' },
    ];
    expect(allocationsOf({ z: '2', a: '1' })).toEqual({ allocations });
  });

  it('settles what is typed, down to nothing', () => {
    const allocations = [{ invoiceId: 'b', amount: '250.00' }];
    expect(told('400', { b: '250', a: 'x' })).toEqual([['0.00', '250.00'], '150.00', { allocations }]);
    expect(told('400', {})).toEqual([['0.00', '0.00'], '400.00', { allocations: [] }]);
  });

  it('is short when more is shared out than there is', () => {
    expect(told('100', { a: '300' })[1]).toBe('-200.00');
  });
});

it('invoices stand in the order in which they fall due', () => {
  const later = (on: string) => `${on.slice(0, 5)}07${on.slice(7)}`;
  const [early, usual, late] = [
    opened('early', '1.00', '2026-06-09', '2026-06-10'),
    opened('usual', '1.00', '2026-06-01'),
    opened('late', '1.00', '2026-06-02', '2026-08-01'),
  ];
  expect(byDueDate([late, usual, early], later).map(({ id }) => id)).toEqual(['early', 'usual', 'late']);
});
