import { expect, test } from '@jest/globals';
import { table } from './table.ts';

test('columns are as wide as their widest cell, and lines do not end in spaces', () => {
  expect(
    table([
      ['', 'Health'],
      ['sales', 'ok'],
      ['app', ''],
    ]),
  ).toBe('       Health\nsales  ok\napp');
});
