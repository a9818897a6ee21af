import type { common } from '@dhanman/client';
import { expect, it } from '@jest/globals';
import { chartRows, found, possibleParents } from './chart-rows.js';

const account = (code: string, parentId: string | null, traits: object = {}) =>
  ({
    id: code,
    code,
    name: `Account ${code}`,
    parentId,
    class: 'asset',
    isActive: true,
    isPostable: false,
    ...traits,
  }) as unknown as common.Account;

const accounts = [
  account('10000', null),
  account('11000', '10000'),
  account('11110', '11000', { name: 'Petty Cash', isPostable: true }),
  account('12000', '10000'),
  account('12010', '12000', { isPostable: true, isActive: false }),
  account('50000', null, { class: 'expense' }),
];

const codes = (rows: readonly { readonly account: common.Account }[]) =>
  rows.map(({ account: { code } }) => code);

it('each account stands below its parent', () => {
  expect(chartRows(accounts).map(({ account: { code }, depth }) => [code, depth])).toEqual([
    ...[
      ['10000', 0],
      ['11000', 1],
      ['11110', 2],
      ['12000', 1],
      ['12010', 2],
      ['50000', 0],
    ],
  ]);
});

it('what is found keeps what is above it; what is out of use is shown on demand', () => {
  const rows = chartRows(accounts);
  expect(codes(found(rows, { text: 'petty', withInactive: false }))).toEqual(['10000', '11000', '11110']);
  expect(codes(found(rows, { text: '12010', withInactive: false }))).toEqual([]);
  expect(codes(found(rows, { text: '12010', withInactive: true }))).toEqual(['10000', '12000', '12010']);
});

it('an account moves below one that sums, of its class, and never below itself', () => {
  expect(possibleParents(accounts, accounts[1]!).map(({ code }) => code)).toEqual(['10000', '12000']);
  expect(possibleParents(accounts, accounts[2]!).map(({ code }) => code)).toEqual([
    '10000',
    '11000',
    '12000',
  ]);
});
