import { expect, test } from '@jest/globals';
import { Pan, Tan } from './tax-numbers.js';

test.each<[string, boolean]>([
  ['AAPFU0939F', true],
  ['ABCPE1234F', true],
  ['AAPDU0939F', false],
  ['aapfu0939f', false],
  ['AAPFU0939', false],
  ['AAPFU09391', false],
  ['AAPFU0939FX', false],
])('the PAN %s is well formed: %s', (text, verdict) => {
  expect(Pan.safeParse(text).success).toBe(verdict);
});

test.each<[string, boolean]>([
  ['MUMA12345B', true],
  ['MUMA1234B', false],
  ['MUM112345B', false],
  ['MUMA123456', false],
])('the TAN %s is well formed: %s', (text, verdict) => {
  expect(Tan.safeParse(text).success).toBe(verdict);
});
