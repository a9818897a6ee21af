import { describe, expect, test } from '@jest/globals';
import { type DatedKey, ringOf } from './key-rotation.js';

const day = 24 * 60 * 60_000;
const start = Date.parse('2026-04-01T00:00:00Z');
const at = (days: number): Date => new Date(start + days * day);
const key = (kid: string, days: number): DatedKey => ({ kid, signsFrom: at(days) });
const kids = (keys: readonly DatedKey[]): string[] => keys.map(({ kid }) => kid);

describe('signing keys', () => {
  test('the first is made at once', () => {
    expect(ringOf([], at(0))).toMatchObject({ current: undefined, due: at(0) });
  });

  test('one signs for thirty days, and nothing is due until the last of them', () => {
    const ring = ringOf([key('a', 0)], at(28.9));
    expect(ring).toMatchObject({ current: { kid: 'a' }, due: undefined });
  });

  test('the next is published a day before it signs', () => {
    expect(ringOf([key('a', 0)], at(29)).due).toEqual(at(30));
    const announced = ringOf([key('a', 0), key('b', 30)], at(29.5));
    expect(kids(announced.published)).toEqual(['a', 'b']);
    expect(announced).toMatchObject({ current: { kid: 'a' }, due: undefined });
  });

  test('the one before is published for a day after it has stopped signing', () => {
    const keys = [key('a', 0), key('b', 30)];
    expect(kids(ringOf(keys, at(30)).published)).toEqual(['b', 'a']);
    expect(kids(ringOf(keys, at(30.9)).published)).toEqual(['b', 'a']);
    const later = ringOf(keys, at(31));
    expect(kids(later.published)).toEqual(['b']);
    expect(kids(later.forgotten)).toEqual(['a']);
  });

  test('a service that stood still for months still announces the next key before it signs', () => {
    const ring = ringOf([key('a', 0)], at(100));
    expect(ring).toMatchObject({ current: { kid: 'a' }, due: at(101) });
  });
});
