import { describe, expect, test } from '@jest/globals';
import { BackOff } from './back-off.ts';

describe('a process that keeps dying', () => {
  test('is started again later and later, at most half a minute apart', () => {
    const backOff = new BackOff();
    const delays = Array.from({ length: 9 }, () => backOff.delayAfter(10));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('is trusted again once it has run for a minute', () => {
    const backOff = new BackOff();
    backOff.delayAfter(10);
    backOff.delayAfter(10);
    expect(backOff.delayAfter(60_000)).toBe(500);
  });
});
