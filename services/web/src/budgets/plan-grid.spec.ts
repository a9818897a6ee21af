import type { common } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import {
  amountIn,
  filledFrom,
  filledRight,
  percentOf,
  raisedBy,
  spread,
  sumsOf,
  yearOf,
} from './plan-grid.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');

it.each([
  ['1.5L', '150000.00'],
  ['', '0.00'],
  ['(250)', '-250.00'],
  ['-250.5', '-250.50'],
  ['(0.00)', '0.00'],
  ['1.005', undefined],
  ['rent', undefined],
])('%j is the amount %s', (text, amount) => {
  expect(amountIn(text)).toBe(amount);
});

it('spreads a year evenly or as last year, and the months are the year again', () => {
  expect(spread('100.00', undefined).slice(0, 5)).toEqual(['8.34', '8.34', '8.34', '8.34', '8.33']);
  const shape = ['300.00', '100.00', ...Array<string>(10).fill('0.00')];
  expect(spread('210.01', shape).slice(0, 3)).toEqual(['157.51', '52.50', '0.00']);
  expect(yearOf(spread('-99.99', shape)).toJSON()).toBe('-99.99');
});

it.each([
  ['5.0', '120000.00', '126000.00', '5.00'],
  ['-3', '80000.00', '77600.00', '-3.00'],
  ['0', '40000.00', '40000.00', '0.00'],
])('a percentage and an amount follow from each other: %s %% of %s', (percent, last, planned, shown) => {
  expect(raisedBy(percent, rupees(last))).toBe(planned);
  expect(percentOf(rupees(planned), rupees(last))).toBe(shown);
});

it('has no percentage of nothing', () => {
  expect(raisedBy('5', rupees('0.00'))).toBeUndefined();
  expect(percentOf(rupees('5.00'), rupees('0.00'))).toBe('');
});

it('sums what is below a parent, whatever stands between', () => {
  const months = (amount: string) => [amount, ...Array<string>(11).fill('0.00')];
  const accounts = [0, 1, 2, 2, 1, 0].map((level, index) => ({ accountId: String(index), level }));
  const own: Readonly<Record<string, string>> = { 2: '10.00', 3: '20.00', 4: '5.00', 5: '1.00' };
  const sums = sumsOf(accounts, (id) => months(own[id] ?? '0.00'));
  expect(accounts.map(({ accountId }) => sums.get(accountId)?.[0]?.toJSON())).toEqual([
    ...['35.00', '30.00', '10.00', '20.00', '5.00', '1.00'],
  ]);
});

it('fills to the right, and all accounts from last year', () => {
  expect(filledRight(['1', '2', '3'], 1)).toEqual(['1', '2', '2']);
  const account = { code: '51510', name: 'Electricity', class: 'expense', level: 1 } as const;
  const none = Array<string>(12).fill('0.00') as common.BudgetLine['months'];
  const lastYear = none.with(0, '120000.00') as typeof none;
  const accounts = [
    { ...account, accountId: 'power', takesAmounts: true, lastYear },
    { ...account, accountId: 'all', takesAmounts: false, lastYear },
    { ...account, accountId: 'new', takesAmounts: true, lastYear: none },
  ];
  const filled = filledFrom(accounts, new Map([['new', ['7.00']]]), { percent: '5', asLastYear: true });
  expect([...filled.keys()]).toEqual(['new', 'power']);
  expect(filled.get('power')?.[0]).toBe('126000.00');
});
