import { expect, test } from '@jest/globals';
import { customers, demoYear } from './demo-year.ts';

test.each([
  ['2026-04-01', '2026-04-01', 0],
  ['2026-11-24', '2026-04-01', 40],
  ['2027-03-31', '2026-04-01', 60],
])('on %s the year began on %s and has %i bills', (today, firstDay, count) => {
  const year = demoYear(today);
  expect([year.firstDay, year.bills.length]).toEqual([firstDay, count]);
});

test('nothing lies in the future, and nobody pays before the bill', () => {
  for (const month of ['04', '07', '12']) {
    const today = `2026-${month}-20`;
    const { bills, expenses } = demoYear(today);
    for (const { on } of [...bills, ...expenses]) expect(on <= today).toBe(true);
    for (const { on, payment } of bills) {
      if (payment) expect([payment.on <= today, payment.on > on]).toEqual([true, true]);
    }
  }
});

test('every customer buys, somebody owes, somebody has paid half, and no two things share a key', () => {
  const { bills, expenses } = demoYear('2026-11-24');
  expect(new Set(bills.map(({ customer }) => customer)).size).toBe(customers.length);
  expect(bills.some(({ on, payment }) => on < '2026-09-01' && payment === undefined)).toBe(true);
  expect(bills.some(({ payment }) => payment?.share === 'half')).toBe(true);
  const keys = [...bills, ...expenses].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
