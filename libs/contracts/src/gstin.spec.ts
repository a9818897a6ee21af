import { describe, expect, test } from '@jest/globals';
import { Gstin, isGstin, StateCode } from './gstin.js';

/** Published examples of the tax authority and of public company registers. */
const real = ['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', '24AAACC1206D1ZM', '33AAACH7409R1Z8'];

describe('a GSTIN', () => {
  test.each(real)('%s is accepted', (text) => {
    expect(isGstin(text)).toBe(true);
    expect(Gstin.parse(text)).toBe(text);
  });

  test('with any one character mistyped is refused', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    for (const text of real) {
      for (let place = 0; place < text.length; place += 1) {
        for (const character of alphabet) {
          if (character === text[place]) continue;
          expect(isGstin(text.slice(0, place) + character + text.slice(place + 1))).toBe(false);
        }
      }
    }
  });

  test.each([
    '',
    '27AAPFU0939F1Z',
    '27aapfu0939f1zv',
    ' 27AAPFU0939F1ZV',
    '27AAPFU0939F1ZVV',
    '२७AAPFU0939F1ZV',
  ])('is not %j', (text) => {
    expect(isGstin(text)).toBe(false);
  });
});

describe('a state code', () => {
  test('is one of the two digits the law knows', () => {
    const accepted = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).filter(
      (text) => StateCode.safeParse(text).success,
    );
    expect(accepted).toHaveLength(40);
    expect(accepted).toEqual(expect.arrayContaining(['01', '27', '38', '97', '99']));
  });
});
