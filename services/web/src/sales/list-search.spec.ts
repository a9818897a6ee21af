import { describe, expect, it } from '@jest/globals';
import { invoicesSearch, listSearch } from './list-search.js';

describe('what an address asks of a list', () => {
  it('is kept where it means something', () => {
    const asked = { q: ' tea ', state: 'submitted', sort: '-total' };
    expect(invoicesSearch(asked)).toEqual({ ...asked, q: 'tea' });
    const late = { payment: 'overdue', from: '2026-04-01', until: '2027-03-31', sort: 'dueOn' };
    expect(invoicesSearch(late)).toEqual(late);
    expect(listSearch({ q: 2627 })).toEqual({ q: '2627' });
  });

  it('is dropped where it means nothing', () => {
    expect(invoicesSearch({ q: '  ', state: 'lost', sort: 'colour' })).toEqual({});
    expect(invoicesSearch({ payment: 'never', from: 'April', until: 20270331 })).toEqual({});
    expect(listSearch({ q: { nested: true } })).toEqual({});
  });
});
