import { describe, expect, it } from '@jest/globals';
import { failuresAfter, pauseAfterMs } from './reconnecting.js';

describe('listening anew', () => {
  it('waits longer the more often it breaks, and never longer than two minutes', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 500].map((failures) => pauseAfterMs(failures, 0));
    expect(pauses).toEqual([1_000, 2_000, 5_000, 15_000, 60_000, 60_000, 60_000]);
    expect(pauseAfterMs(500, 1)).toBe(120_000);
  });

  it('begins at different moments in windows that were cut in the same moment', () => {
    const pauses = [0, 0.25, 0.5, 0.999].map((random) => pauseAfterMs(0, random));
    expect(pauses).toEqual([1_000, 1_250, 1_500, 1_999]);
  });

  it('forgets what broke before once a stream has stood, and not because one was given', () => {
    expect(failuresAfter(3, 0)).toBe(4);
    expect(failuresAfter(3, 29_999)).toBe(4);
    expect(failuresAfter(3, 30_000)).toBe(0);
  });
});
