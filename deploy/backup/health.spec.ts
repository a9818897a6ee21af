import { expect, test } from '@jest/globals';
import { complaints } from './health.ts';

const now = new Date('2026-11-25T10:00:00Z');

test.each([
  ['all is recent', '2026-11-25T02:30:00Z', '2026-11-25T09:59:10Z', []],
  ['yesterday’s copy just counts', '2026-11-24T09:00:00Z', '2026-11-25T09:55:00Z', []],
  ['no copy since', '2026-11-24T08:59:59Z', '2026-11-25T09:59:10Z', ['copy is of 2026-11-24T08:59:59Z']],
  ['the log stands still', '2026-11-25T02:30:00Z', '2026-11-25T09:54:59Z', ['log is of']],
  ['nothing at all', undefined, undefined, ['copy is missing', 'log is missing']],
])('%s', (_, lastBase, lastLog, said) => {
  const found = complaints({ lastBase, lastLog }, now);
  expect(found).toEqual(said.map((words) => expect.stringContaining(words)));
});
