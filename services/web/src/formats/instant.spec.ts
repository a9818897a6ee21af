import { expect, it } from '@jest/globals';
import { formatAge, formatInstant, formatTimeOfDay } from './instant.js';

it('shows an instant on the clock of India, whatever the device says', () => {
  expect(formatInstant(Date.parse('2026-04-05T12:34:09Z'))).toBe('05-04-2026 18:04 IST');
  expect(formatInstant(Date.parse('2026-03-31T18:30:00Z'))).toBe('01-04-2026 00:00 IST');
  expect(formatTimeOfDay(Date.parse('2026-04-05T12:34:09Z'))).toBe('18:04:09');
});

it.each([
  [0, '0 seconds ago', '0 सेकंड पहले'],
  [-200, '0 seconds ago', '0 सेकंड पहले'],
  [59_400, '59 seconds ago', '59 सेकंड पहले'],
  [60_000, '1 minute ago', '1 मिनट पहले'],
  [3_599_000, '59 minutes ago', '59 मिनट पहले'],
  [7_200_000, '2 hours ago', '2 घंटे पहले'],
])('an age of %d ms is told in words of both languages', (age, english, hindi) => {
  expect(formatAge(age, 'en')).toBe(english);
  expect(formatAge(age, 'hi')).toBe(hindi);
});
