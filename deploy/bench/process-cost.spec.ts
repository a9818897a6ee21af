import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import {
  cpuMilliseconds,
  forgetPeak,
  parseCpu,
  parsePeak,
  parseProportional,
  peakMegabytes,
} from './process-cost.ts';

it('reads the proportional share and not the dirty or anonymous part of it', () => {
  const rollup =
    '5580-7ffc [rollup]\nRss:  99999 kB\nPss:              106496 kB\nPss_Dirty:  5 kB\nPss_Anon:   6 kB\n';
  expect(parseProportional(rollup)).toBe(104);
});

it('says so when the kernel does not tell', () => {
  expect(() => parseProportional('Rss: 1 kB\n')).toThrow('does not tell');
});

it('adds up the time in the program and in the kernel, whatever the process is called', () => {
  expect(parseCpu('4711 (node) (odd name) S 1 1 1 0 -1 4194560 9 0 0 0 250 50 7 7 20 0 11 0 100')).toBe(3000);
  expect(cpuMilliseconds(process.pid)).toBeGreaterThan(0);
});

it('reads the highest memory and not the present one', () => {
  expect(parsePeak('VmPeak:  900000 kB\nVmHWM:\t   98304 kB\nVmRSS:\t   65536 kB\n')).toBe(96);
  expect(() => parsePeak('VmRSS: 1 kB\n')).toThrow('does not tell');
});

it('counts the peak from the moment it was forgotten', async () => {
  await once(new Worker('Buffer.alloc(2 ** 28, 1)', { eval: true }), 'exit');
  const high = peakMegabytes(process.pid);
  forgetPeak(process.pid);
  expect(peakMegabytes(process.pid)).toBeLessThan(high - 128);
});
