import { describe, expect, test } from '@jest/globals';
import { mostReadings, RecentReadings } from './recent-readings.js';

describe('a reading of which a trace was left', () => {
  test('needs none for a minute, and one again after it', () => {
    const clock = { ms: 5_000 };
    const recent = new RecentReadings(() => clock.ms);
    expect(recent.has('asha reads ravi')).toBe(false);
    recent.note('asha reads ravi');
    clock.ms += 59_999;
    expect([recent.has('asha reads ravi'), recent.has('kiran reads ravi')]).toEqual([true, false]);
    clock.ms += 1;
    expect(recent.has('asha reads ravi')).toBe(false);
  });

  test('is forgotten before its time rather than kept without end, the oldest first', () => {
    const recent = new RecentReadings(() => 0);
    for (let one = 0; one < mostReadings; one += 1) recent.note(String(one));
    recent.note('0');
    recent.note('one more');
    expect([recent.has('0'), recent.has('1'), recent.has('2')]).toEqual([true, false, true]);
  });
});
