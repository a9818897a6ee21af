import { expect, it } from '@jest/globals';
import { drilledInto, reportSearch, withinYear } from './report-search.js';

it('takes from an address what a report can be asked, and nothing else', () => {
  const asked = {
    asOf: '2026-03-31',
    knownAt: '2026-04-05T12:31:07.123456Z',
    zeros: 'show',
    gstin: '27AAPFU0939F1ZV',
  };
  expect(reportSearch({ ...asked, from: 'march', accountId: 7, colour: 'red' })).toEqual(asked);
});

it('goes from a number to its account with the same days, known at the same moment', () => {
  const accountId = '019a9f3e-5f00-7000-8000-000000000001';
  const search = { asOf: '2026-03-31', knownAt: '2026-04-05T12:31:07Z', compareAsOf: '2025-03-31' } as const;
  expect(drilledInto(search, accountId)).toEqual({
    ...{ accountId, asOf: '2026-03-31', knownAt: '2026-04-05T12:31:07Z' },
  });
});

it('takes the days of the year one works in, unless its address names one', () => {
  const days = { from: '2025-04-01', asOf: '2026-03-31' };
  expect(withinYear({ zeros: 'show' }, days)).toEqual({ zeros: 'show', ...days });
  for (const named of [{ from: '2026-04-01' }, { asOf: '2026-06-30' }])
    expect(withinYear(named, days)).toEqual(named);
});
