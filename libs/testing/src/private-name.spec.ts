import { expect, it, test } from '@jest/globals';
import { systemClock } from '@dhanman/kernel';
import { FixedClock } from './fixed-clock.js';
import { isAbandoned, privateName } from './private-name.js';

const clock = new FixedClock(systemClock.now().toISOString());

it('is of use for an hour, and abandoned after that', () => {
  const name = privateName();
  expect(isAbandoned(name, clock)).toBe(false);
  clock.advance(59 * 60 * 1000);
  expect(isAbandoned(name, clock)).toBe(false);
  clock.advance(2 * 60 * 1000);
  expect(isAbandoned(name, clock)).toBe(true);
});

test.each(['postgres', 'local-dhanman-sales', 'test', '/', 'test-3f2504e0-4f89-41d3-9a0c-0305e82c3301'])(
  '%s was not made by a test and is never abandoned',
  (name) => {
    expect(isAbandoned(name, new FixedClock('2099-01-01T00:00:00Z'))).toBe(false);
  },
);
