import { expect, it } from '@jest/globals';
import { receiptsSearch } from './receipt-search.js';

it('takes from an address what receipts can be looked for by, and nothing else', () => {
  const asked = { state: 'bounced', mode: 'cheque', sort: '-amount', from: '2026-04-01', q: '000123' };
  expect(receiptsSearch({ ...asked, until: 'march', colour: 'red' })).toEqual(asked);
  expect(receiptsSearch({ state: 'lost', mode: 'gold', sort: 'on ' })).toEqual({});
});
