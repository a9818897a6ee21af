import { Money, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { ageing, bucketOf, type OpenAmount } from './ageing.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');
const asOf = PlainDate.parse('2026-03-31');

describe('an open invoice', () => {
  test.each([
    ['2026-03-15', '2026-04-14', -14, 'current'],
    ['2026-03-01', '2026-03-31', 0, 'current'],
    ['2026-02-27', '2026-03-29', 2, 'pastDue30'],
    ['2026-01-30', '2026-03-01', 30, 'pastDue30'],
    ['2026-01-29', '2026-02-28', 31, 'pastDue60'],
    ['2025-12-31', '2026-01-30', 60, 'pastDue60'],
    ['2025-12-30', '2026-01-29', 61, 'pastDueOver60'],
  ])('of %s, due on %s, is %i days past due: %s', (on, dueOn, days, bucket) => {
    expect(PlainDate.parse(on).addDays(30).toString()).toBe(dueOn);
    expect(PlainDate.parse(dueOn).daysUntil(asOf)).toBe(days);
    expect(bucketOf(days)).toBe(bucket);
  });
});

describe('the ageing', () => {
  const [asha, ravi] = [
    { id: newId(), name: 'Asha' },
    { id: newId(), name: 'Ravi' },
  ];
  const opened = (daysPastDue: number, outstanding: string, number?: string): OpenAmount => ({
    ...{ customer: ravi, daysPastDue, outstanding: rupees(outstanding) },
    invoice: number === undefined ? undefined : { id: newId(), number, dueOn: '2026-03-01' },
  });

  test('has a line for each customer in the order of names, also for one who has only given, and a total', () => {
    const open = [opened(0, '100.00'), opened(31, '200.00'), opened(90, '50.00')];
    const { rows } = ageing(open, [{ customer: asha, amount: rupees('30.00') }], 'INR');
    expect(rows.map(({ name, cells }) => [name, ...cells])).toEqual([
      ['Asha', null, '0.00', '0.00', '0.00', '0.00', '0.00', '30.00', '-30.00'],
      ['Ravi', null, '100.00', '0.00', '200.00', '50.00', '350.00', '0.00', '350.00'],
      [null, null, '100.00', '0.00', '200.00', '50.00', '350.00', '30.00', '320.00'],
    ]);
  });

  test('names each invoice below its customer where invoices are asked for', () => {
    const open = [opened(30, '100.00', 'SI/2526/0001'), opened(61, '200.00', 'SI/2526/0002')];
    const { rows } = ageing(open, [], 'INR');
    expect(rows.map(({ name, level }) => [level, name])).toEqual([
      [0, 'Ravi'],
      [1, 'SI/2526/0001'],
      [1, 'SI/2526/0002'],
      [0, null],
    ]);
    expect(rows[1]).toMatchObject({
      documentId: open[0]?.invoice?.id,
      cells: ['2026-03-01', '0.00', '100.00', ...['0.00', '0.00', '100.00', '0.00', '100.00']],
    });
  });
});
