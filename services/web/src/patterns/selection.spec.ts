import { expect, it } from '@jest/globals';
import { allOrNone, toggled } from './selection.js';

const keys = ['a', 'b', 'c', 'd'];

it('one is chosen, and then not', () => {
  expect([...toggled(new Set(['a']), keys, { at: 2 })]).toEqual(['a', 'c']);
  expect([...toggled(new Set(['a', 'c']), keys, { at: 2 })]).toEqual(['a']);
});

it.each([
  [0, 2],
  [2, 0],
])('with the key for ranges, from %d to %d, all between become as the last one does', (from, at) => {
  expect([...toggled(new Set(['b']), keys, { at, from })].sort()).toEqual(['a', 'b', 'c']);
  expect([...toggled(new Set(keys), keys, { at, from })]).toEqual(['d']);
});

it('a row that is gone changes nothing', () => {
  expect([...toggled(new Set(['a']), keys, { at: 9 })]).toEqual(['a']);
});

it('all are chosen unless all are', () => {
  expect([...allOrNone(new Set(['b']), keys)]).toEqual(keys);
  expect([...allOrNone(new Set(keys), keys)]).toEqual([]);
});
