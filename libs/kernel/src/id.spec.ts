import { describe, expect, it, test } from '@jest/globals';
import { Clock } from './clock.js';
import { IdNotValid, IdSource, isId, newId, parseId } from './id.js';

class SettableClock extends Clock {
  constructor(public milliseconds: number) {
    super();
  }

  now(): Date {
    return new Date(this.milliseconds);
  }
}

const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

describe('identifiers', () => {
  it('are UUIDs of version 7 that carry the time of their making', () => {
    const instant = Date.UTC(2026, 10, 20, 13, 0, 0, 123);
    const id = new IdSource(new SettableClock(instant)).next();
    expect(isId(id)).toBe(true);
    expect(timeOf(id)).toBe(instant);
    expect(parseId(id)).toBe(id);
  });

  test.each([
    ['version 4', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['upper case', '01A1F946-0DC0-7210-B4BB-2D662C1986C6'],
    ['another variant', '01a1f946-0dc0-7210-c4bb-2d662c1986c6'],
    ['no dashes', '01a1f9460dc07210b4bb2d662c1986c6'],
    ['a line end', '01a1f946-0dc0-7210-b4bb-2d662c1986c6\n'],
    ['nothing', ''],
  ])('with %s are refused', (_, text) => {
    expect(isId(text)).toBe(false);
    expect(() => parseId(text)).toThrow(IdNotValid);
  });

  it('sort in the order of their making, all different', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keep sorting when the clock stands still for more ids than a millisecond has room for', () => {
    const source = new IdSource(new SettableClock(1_700_000_000_000));
    const ids = Array.from({ length: 10_000 }, () => source.next());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timeOf(ids.at(-1)!) - 1_700_000_000_000).toBeLessThan(6);
  });

  it('keep sorting when the clock is set back, and follow it once it has caught up', () => {
    const clock = new SettableClock(1_700_000_000_000);
    const source = new IdSource(clock);
    const before = source.next();
    clock.milliseconds -= 3_600_000;
    const during = source.next();
    clock.milliseconds += 7_200_000;
    const after = source.next();
    expect([after, during, before].sort()).toEqual([before, during, after]);
    expect(timeOf(after)).toBe(clock.milliseconds);
  });
});
