import { expect, it } from '@jest/globals';
import { waysFor } from './ways.js';

const all = waysFor(() => true);

it('no two places have the same keys', () => {
  const keys = all.map((way) => way.keys);
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([]);
});

it('the same letter means the same thing after both keys', () => {
  const wayOf = (keys: string): string => all.find((way) => way.keys === keys)?.to ?? '';
  for (const letter of ['i', 'r', 'j']) expect(wayOf(`c ${letter}`)).toBe(`${wayOf(`g ${letter}`)}/new`);
});

it('whoever may not go there has no keys for it', () => {
  const held = ['dhanman.sales.invoice.read'];
  expect(waysFor((permission) => held.includes(permission)).map(({ keys }) => keys)).toEqual([
    ...['g h', 'g i', 'g o'],
  ]);
});
