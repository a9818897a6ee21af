import { describe, expect, test } from '@jest/globals';
import { before, type Entry, superfluous } from './history.ts';

const entry = (version: string, from: string | undefined, rest: Partial<Entry> = {}): Entry => ({
  ...{ at: '2026-11-25T10:00:00.000Z', by: 'root', action: 'release', outcome: 'done', seconds: 1 },
  ...{ version, from },
  ...rest,
});

const history = [
  entry('1', undefined),
  entry('2', '1'),
  entry('3', '2', { outcome: 'undone' }),
  entry('3', '2'),
  entry('2', '3', { action: 'rollback' }),
];

describe('a rollback', () => {
  test('leads to what the running version replaced, also after another rollback', () => {
    expect(before(history, '3')).toBe('2');
    expect(before(history, '2')).toBe('1');
  });

  test('leads nowhere from the first version and from one that never came to run', () => {
    expect(before(history, '1')).toBeUndefined();
    expect(before([entry('3', '2', { outcome: 'undone' })], '3')).toBeUndefined();
  });
});

describe('what is removed', () => {
  test('is what came first, beyond those that are kept', () => {
    const rest = { keep: 2, needed: ['2', '1'] };
    expect(superfluous(history, ['1', '2', '3'], { ...rest, needed: ['2'] })).toEqual(['1']);
    expect(superfluous(history, ['1', '2', '3'], rest)).toEqual([]);
  });

  test('is also what was unpacked and never released', () => {
    expect(superfluous(history, ['0', '1', '2', '3'], { keep: 3, needed: [] })).toEqual(['0']);
  });
});
