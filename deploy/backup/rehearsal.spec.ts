import { expect, test } from '@jest/globals';
import { sample } from './rehearsal.ts';

const names = Array.from({ length: 450 }, (_, place) => `file ${String(place)}`);

test('some copies are read each night, and all of them after a few', () => {
  const nights = [25, 26, 27].map((day) => sample(names, new Date(Date.UTC(2026, 10, day))));
  expect(nights.map(({ length }) => length)).toEqual([150, 150, 150]);
  expect(new Set(nights.flat()).size).toBe(450);
  expect(sample([], new Date(0))).toEqual([]);
});
