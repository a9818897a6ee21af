import { expect, it } from '@jest/globals';
import { spaced, written } from './value-words.js';

it.each([
  ['2026-03-31', '31-03-2026'],
  ['2026-04-05T12:34:09.000Z', '05-04-2026 18:04 IST'],
  ['154353.00', '1,54,353.00'],
  ['019a9f3e-5f00-7000-8000-0000000abcde', '…0abcde'],
  ['Asha Traders', 'Asha Traders'],
  ['27', '27'],
])('%s is read as %s', (value, words) => {
  expect(written(value)).toBe(words);
});

it('a field without words of its own is told by its name', () => {
  expect(spaced('financialYearStartMonth')).toBe('Financial year start month');
});
