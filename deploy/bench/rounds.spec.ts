import { expect, it } from '@jest/globals';
import type { Contender, Prepared } from './benchmark.ts';
import { jsonLine, markdownPage, textTable } from './report.ts';
import { measure } from './rounds.ts';

const calls: string[] = [];
const contender = (name: string, ...rates: number[]): Contender => ({
  name,
  measure: () => {
    calls.push(name);
    return Promise.resolve({ 'requests/s': rates.shift() ?? Number.NaN });
  },
});

const prepared = (): Prepared => ({
  contenders: [contender('floor', 1000, 2000, 1100), contender('product', 650, 1200, 616)],
  rounds: 3,
  figures: [
    {
      name: 'share of the floor',
      unit: 'ratio',
      target: { atLeast: 0.6 },
      of: ({ floor, product }) =>
        (product?.['requests/s'] ?? Number.NaN) / (floor?.['requests/s'] ?? Number.NaN),
    },
  ],
  close: () => Promise.resolve(),
});

it('measures in turn, every second round the other way around', async () => {
  calls.length = 0;
  await measure('http', 'about it', prepared(), () => undefined);
  expect(calls).toEqual(['floor', 'product', 'product', 'floor', 'floor', 'product']);
});

it('compares within a round and takes the median of the rounds', async () => {
  const { outcomes, details } = await measure('http', 'about it', prepared(), () => undefined);
  expect(outcomes).toMatchObject([{ median: 0.6, least: 0.56, most: 0.65, met: true }]);
  expect(details.map(({ contender: name, median }) => [name, median])).toEqual([
    ['floor', 1100],
    ['product', 650],
  ]);
});

it('fails when a contender gives no number', async () => {
  const broken = { ...prepared(), rounds: 4 };
  await expect(measure('http', 'about it', broken, () => undefined)).rejects.toThrow('could not be measured');
});

it('prints one line per figure for programs, and tables for people', async () => {
  const result = await measure('http', 'What is compared.', prepared(), () => undefined);
  expect(result.outcomes.map(jsonLine)).toEqual([
    '{"bench":"http","figure":"share of the floor","value":0.6,"unit":"ratio","target":0.6,"met":true}',
  ]);
  expect(textTable(result)).toBe(
    [
      'http · What is compared.',
      '  figure               median     least – most   target',
      '  share of the floor   0.6 ratio  0.56 – 0.65    ≥ 0.6   met',
      '  floor: requests/s    1,100      1,000 – 2,000',
      '  product: requests/s  650        616 – 1,200',
    ].join('\n'),
  );
  expect(markdownPage([result], 'a small machine')).toContain(
    '| share of the floor | 0.6 ratio | 0.56 – 0.65 | ≥ 0.6 | met |',
  );
});
