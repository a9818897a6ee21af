import { expect, it, test } from '@jest/globals';
import { sampleOf } from './load.ts';

const report = { '2xx': 900, non2xx: 0, errors: 0, timeouts: 0, duration: 3, latency: { p50: 4, p99: 11 } };

it('counts answered requests per second of the run', () => {
  expect(sampleOf(report)).toEqual({ requests: 900, 'requests/s': 300, 'p50 ms': 4, 'p99 ms': 11 });
});

test.each([{ non2xx: 1 }, { errors: 1 }, { timeouts: 1 }])(
  'does not count a run with %p in 900',
  (failure) => {
    expect(() => sampleOf({ ...report, ...failure })).toThrow('beside 900 answered requests under load');
  },
);

it('lets one failure in a thousand pass', () => {
  expect(sampleOf({ ...report, '2xx': 3000, errors: 2, timeouts: 1 })).toMatchObject({ requests: 3000 });
});
