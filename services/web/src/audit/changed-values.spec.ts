import { describe, expect, it } from '@jest/globals';
import { changedValues } from './changed-values.js';

const change = (field: string, before: unknown, after: unknown) => ({ field, before, after });

describe('what has changed', () => {
  it('is a value, as it was and as it is', () => {
    expect(changedValues([change('name', 'Asha', 'Usha')])).toEqual([
      { path: ['name'], before: 'Asha', after: 'Usha' },
    ]);
  });

  it('in a list is found in the line it stands in, and lines are counted from one', () => {
    const before = [
      { item: 'Tea', price: '10.00' },
      { item: 'Salt', price: '5.00' },
    ];
    const after = [{ item: 'Tea', price: '10.00' }, { item: 'Salt', price: '6.00' }, { item: 'Soap' }];
    expect(changedValues([change('lines', before, after)])).toEqual([
      { path: ['lines', '2', 'price'], before: '5.00', after: '6.00' },
      { path: ['lines', '3', 'item'], before: undefined, after: 'Soap' },
    ]);
  });

  it('is not what was nothing and is nothing', () => {
    expect(changedValues([change('tan', null, ''), change('gstins', null, [])])).toEqual([]);
  });
});
