import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numbersSought } from './number-search.js';

const series = ['CN/2526/', 'SI/2526/', 'SI/2627/'];

const finds = (text: string, number: string): boolean =>
  numbersSought(text, series).some(({ begins, isWhole }) =>
    isWhole ? number === begins : number.startsWith(begins),
  );

describe('what people type for a number', () => {
  test.each([
    ['SI/2627/0042', 'SI/2627/0042'],
    ['si/2627/0042', 'SI/2627/0042'],
    [' SI/2627/00 ', 'SI/2627/0042'],
    ['SI/2627', 'SI/2627/0042'],
    ['SI', 'SI/2526/0001'],
    ['2627/0042', 'SI/2627/0042'],
    ['2627/42', 'SI/2627/0042'],
    ['27/', 'SI/2627/0042'],
    ['0042', 'SI/2627/0042'],
    ['42', 'SI/2627/0042'],
    ['42', 'CN/2526/0042'],
    ['42', 'SI/2627/00000042'],
    ['1042', 'SI/2627/1042'],
  ])('%s finds %s', (text, number) => {
    expect(finds(text, number)).toBe(true);
  });

  test.each([
    ['42', 'SI/2627/0142'],
    ['SI/2526/0042', 'SI/2627/0042'],
    ['Tea', 'SI/2627/0042'],
    ['42a', 'SI/2627/0042'],
  ])('%s does not find %s', (text, number) => {
    expect(finds(text, number)).toBe(false);
  });

  test('is any number of a series, whole or from any place in the name of the series on', () => {
    const place = fc.nat({ max: 9_999 });
    fc.assert(
      fc.property(fc.constantFrom(...series), place, fc.nat({ max: 8 }), (one, running, start) => {
        const number = one + String(running).padStart(4, '0');
        expect(finds(number.slice(start), number)).toBe(true);
      }),
    );
  });
});
