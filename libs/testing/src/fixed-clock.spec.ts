import { expect, it } from '@jest/globals';
import { PlainDate } from '@dhanman/kernel';
import { FixedClock } from './fixed-clock.js';

it('stands still until it is moved', () => {
  const clock = new FixedClock('2024-02-29T18:00:00Z');
  expect(PlainDate.today(clock, 'Asia/Kolkata').toString()).toBe('2024-02-29');
  clock.advance(30 * 60 * 1000);
  expect(PlainDate.today(clock, 'Asia/Kolkata').toString()).toBe('2024-03-01');
  clock.set('2026-03-31T00:00:00Z');
  expect(clock.now().toISOString()).toBe('2026-03-31T00:00:00.000Z');
});

it('refuses an instant that is none', () => {
  expect(() => new FixedClock('31.03.2026')).toThrow(TypeError);
});
