import { describe, expect, test } from '@jest/globals';
import { type Attempts, counted, SignInLocked } from './lockout.js';

const start = Date.parse('2026-04-01T06:30:00Z');
const at = (minutes: number): Date => new Date(start + minutes * 60_000);

function after(minutes: readonly number[], limit = 5): Attempts | undefined {
  return minutes.reduce<Attempts | undefined>((seen, minute) => counted(seen, at(minute), limit), undefined);
}

describe('attempts to sign in', () => {
  test('five in a row are made, the sixth is refused for a quarter of an hour', () => {
    const five = after([0, 0, 0.1, 0.2, 0.5]);
    expect(five?.lockedUntil).toEqual(at(15.5));
    expect(() => counted(five, at(1), 5)).toThrow(SignInLocked);
    expect(() => counted(five, at(15.4), 5)).toThrow(SignInLocked);
    expect(counted(five, at(15.5), 5).lockedUntil).toBeNull();
  });

  test('four leave the door open', () => {
    expect(after([0, 0, 0, 0])?.lockedUntil).toBeNull();
  });

  test('after a lock fewer are needed for the next, because the old ones have only faded', () => {
    expect(after([0, 0, 0, 0, 0, 15, 15])?.lockedUntil).toEqual(at(30));
  });

  test('fade: one every quarter of an hour never locks', () => {
    const all = Array.from({ length: 200 }, (_, index) => index * 15);
    expect(after(all)?.lockedUntil).toBeNull();
    expect(after(all)?.level).toBeLessThan(2.01);
  });

  test('say how long to wait', () => {
    const five = after([0, 0, 0, 0, 0]);
    expect(() => counted(five, at(5), 5)).toThrow('in 10 minutes');
    expect(() => counted(five, at(14.5), 5)).toThrow('in 1 minute,');
  });

  test('a clock set back counts as no time', () => {
    expect(after([10, 0])?.level).toBe(2);
  });
});
