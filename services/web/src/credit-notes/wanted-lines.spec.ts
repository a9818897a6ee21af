import { describe, expect, test } from '@jest/globals';
import { wantedLines } from './wanted-lines.js';

describe('the lines of a credit note as they are typed', () => {
  test('are those beside which something stands, the quantity before the amount', () => {
    const values = {
      'lines.0.quantity': '2',
      'lines.0.amount': '5',
      'lines.2.amount': '₹1,200.5',
      'lines.1.quantity': ' ',
    };
    expect(wantedLines(values, 3)).toEqual([
      { line: 0, quantity: '2' },
      { line: 2, amount: '1200.50' },
    ]);
  });

  test('are left out when nothing stands anywhere: that is everything', () => {
    expect(wantedLines({ 'lines.0.quantity': '', 'lines.0.amount': '' }, 1)).toBeUndefined();
  });

  test('leave to the service what is wrong', () => {
    expect(wantedLines({ 'lines.0.amount': '1.234' }, 1)).toEqual([{ line: 0, amount: '1.234' }]);
  });
});
