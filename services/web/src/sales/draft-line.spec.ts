import { describe, expect, test } from '@jest/globals';
import { blankLine, linesFrom, sentPath } from './draft-line.js';

describe('a line as it is typed', () => {
  test.each([
    ['100', '100'],
    ['99.5', '99.50'],
    ['1,54,353.00', '154353.00'],
    ['0.125', '0.125'],
  ])('of %s costs %s', (price, sent) => {
    expect(linesFrom([{ ...blankLine(), description: 'Tea', price }])).toMatchObject([{ price: sent }]);
  });

  test('that was only begun is not sent', () => {
    expect(linesFrom([blankLine(), { ...blankLine(), description: 'Tea' }])).toEqual([]);
  });

  test('names its classification when it has one', () => {
    const line = { ...blankLine(), description: ' Tea ', price: '1' };
    expect(linesFrom([line])[0]).not.toHaveProperty('classification');
    expect(linesFrom([{ ...line, classification: '0902 ' }])).toMatchObject([
      { description: 'Tea', classification: '0902' },
    ]);
  });

  test('is found again by what is said of it, past those that wait', () => {
    const lines = [blankLine(), { ...blankLine(), description: 'Tea', price: '1' }];
    expect(sentPath(lines, 'lines.1.price')).toBe('lines.0.price');
    expect(sentPath(lines, 'lines.0.price')).toBeUndefined();
    expect(sentPath(lines, 'customerId')).toBe('customerId');
  });
});
