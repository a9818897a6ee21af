import { expect, it } from '@jest/globals';
import { newRefundSearch, refundsSearch } from './refund-search.js';

it('takes from an address what refunds can be looked for by, and nothing else', () => {
  const asked = { state: 'rejected', sort: '-amount', from: '2026-04-01', q: 'RF' };
  expect(refundsSearch({ ...asked, until: 'march', mode: 'upi' })).toEqual(asked);
  expect(refundsSearch({ state: 'bounced', sort: 'on ' })).toEqual({});
});

it('begins a refund for whom and from what the address says', () => {
  expect(newRefundSearch({ customerId: 'c', creditId: 'r', amount: '5' })).toEqual({
    ...{ customerId: 'c', creditId: 'r' },
  });
  expect(newRefundSearch({ customerId: 7 })).toEqual({});
});
