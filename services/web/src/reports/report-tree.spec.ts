import { expect, it } from '@jest/globals';
import { parentOf, visibleRows } from './report-tree.js';

const rows = [0, 1, 2, 2, 1, 0].map((level) => ({ level, kind: 'account' }));

it.each([
  [[], [0, 1, 2, 3, 4, 5]],
  [[1], [0, 1, 4, 5]],
  [[0], [0, 5]],
  [
    [0, 1],
    [0, 5],
  ],
  [[5], [0, 1, 2, 3, 4, 5]],
])('with %j folded the rows %j are seen', (folded, seen) => {
  expect(visibleRows(rows, new Set(folded))).toEqual(seen);
});

it('knows what a row is below of', () => {
  expect(rows.map((_, index) => parentOf(rows, index))).toEqual([undefined, 0, 1, 1, 0, undefined]);
});
