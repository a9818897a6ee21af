import { expect, test } from '@jest/globals';
import { superfluousWal, walName } from './wal.ts';

const segment = (timeline: number, place: number): string =>
  `${timeline.toString(16).padStart(8, '0')}00000000${place.toString(16).padStart(8, '0')}`.toUpperCase();

test('segments stay from the oldest copy of a day on, and those of older copies', () => {
  const stored = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => segment(1, place));
  const needed = [
    { from: segment(1, 7), to: undefined },
    { from: segment(1, 3), to: segment(1, 4) },
  ];
  expect(superfluousWal(stored, needed)).toEqual([1, 2, 5, 6].map((place) => segment(1, place)));
});

test('a cluster that was restored goes on under another timeline, and its segments stay as well', () => {
  const needed = [{ from: segment(1, 7), to: undefined }];
  expect(superfluousWal([segment(2, 8), segment(2, 6)], needed)).toEqual([segment(2, 6)]);
});

test('histories and labels are small and always stay', () => {
  expect(superfluousWal(['00000002.history', `${segment(1, 1)}.00000028.backup`], [])).toEqual([]);
});

test.each(['../../etc/passwd', '', 'wal', `${segment(1, 1)}x`])('%j is not taken for one', (name) => {
  expect(() => walName(name)).toThrow('is not a part of a log');
});
