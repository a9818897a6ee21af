import { describe, expect, test } from '@jest/globals';
import { PlainDate } from '@dhanman/kernel';
import { type Booking, booksOf, turnoverOf } from '../../test/support/worked-examples.js';
import type { ReportAccount } from './account-tree.js';
import { overview } from './overview.js';

const special: Readonly<Record<string, Partial<ReportAccount>>> = {
  1010: { cashFlow: 'cash', role: 'cash' },
  1020: { cashFlow: 'cash', role: 'bank' },
  1030: { role: 'receivable' },
  2010: { role: 'payable' },
};

const april: readonly Booking[] = [
  ['1030 Receivable', '4010 Sales', 1000],
  ['1020 Bank', '1030 Receivable', 400],
  ['5010 Rent', '2010 Payable', 300],
];
const may: readonly Booking[] = [
  ['2010 Payable', '1020 Bank', 200],
  ['1010 Cash', '1020 Bank', 50],
  ['4010 Sales', '1030 Receivable', 100],
];

const span = (from: string, asOf: string) => ({ from: PlainDate.parse(from), asOf: PlainDate.parse(asOf) });
const spans = [span('2026-04-01', '2026-04-30'), span('2026-05-01', '2026-05-20')];

function overviewOf(before: readonly Booking[]) {
  const { currency, accounts: plain } = booksOf([...april, ...may], before);
  const accounts = plain.map((account) => ({ ...account, ...special[account.code] }));
  const turnovers = [
    accounts.map((account) => turnoverOf(account, april, before)),
    accounts.map((account) => turnoverOf(account, may, [...before, ...april])),
  ];
  return overview({ currency, accounts, spans, turnovers });
}

describe('how a company stands', () => {
  test('what was earned and spent is the sum of the months, and balances are those of the last', () => {
    expect(overviewOf([['1020 Bank', '3010 Capital', 5000]])).toEqual({
      ...{ income: '900.00', expense: '300.00', result: '600.00' },
      ...{ cash: '5200.00', receivable: '500.00', payable: '100.00' },
      months: [
        {
          ...{ start: '2026-04-01', end: '2026-04-30', income: '1000.00', expense: '300.00' },
          ...{ cashIn: '400.00', cashOut: '0.00', cash: '5400.00', receivable: '600.00', payable: '300.00' },
        },
        {
          ...{ start: '2026-05-01', end: '2026-05-20', income: '-100.00', expense: '0.00' },
          ...{ cashIn: '50.00', cashOut: '250.00', cash: '5200.00', receivable: '500.00', payable: '100.00' },
        },
      ],
    });
  });

  test('before the first booking everything is zero', () => {
    expect(overview({ currency: 'INR', accounts: [], spans: [], turnovers: [] })).toEqual({
      ...{ income: '0.00', expense: '0.00', result: '0.00' },
      ...{ cash: '0.00', receivable: '0.00', payable: '0.00', months: [] },
    });
  });
});
