import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { CursorInvalid, Keyset, type PageQuery, type Sorts } from './keyset.js';

type Name = 'name' | 'createdAt';

const sorts: Sorts<Name> = {
  name: { sql: 'lower(name)', type: 'text' },
  createdAt: { sql: 'created_at', type: 'timestamptz' },
};

const keyset = (query: PageQuery<Name>): Keyset<Name> => new Keyset(sorts, 'name', query);
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: newId(), sortedBy: `name ${index}` }));

function whereOf(keys: Keyset<Name>): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  return { sql: keys.where((value) => `$${values.push(value)}`), values };
}

describe('a page by key', () => {
  test('begins at the start and asks for one row more than it shows', () => {
    const first = keyset({ limit: 10 });
    expect(whereOf(first)).toEqual({ sql: 'true', values: [] });
    expect(first.orderAndLimit).toBe('order by lower(name) asc, id asc limit 11');
  });

  test('goes on after the last row shown, by value and then by id', () => {
    const found = rows(3);
    const { items, nextCursor } = keyset({ limit: 2 }).page(found, ({ id }) => id);
    expect(items).toEqual([found[0]!.id, found[1]!.id]);
    const next = whereOf(keyset({ limit: 2, cursor: nextCursor! }));
    expect(next.sql).toBe('(lower(name), id) > ($1::text, $2::uuid)');
    expect(next.values).toEqual(['name 1', found[1]!.id]);
  });

  test('turns the comparison round for a falling order', () => {
    const { nextCursor } = keyset({ limit: 1, sort: '-createdAt' }).page(rows(2), (row) => row);
    const next = keyset({ limit: 1, sort: '-createdAt', cursor: nextCursor! });
    expect(whereOf(next).sql).toBe('(created_at, id) < ($1::timestamptz, $2::uuid)');
    expect(next.orderAndLimit).toBe('order by created_at desc, id desc limit 2');
  });

  test('has no next page when all rows are shown', () => {
    expect(keyset({ limit: 3 }).page(rows(3), (row) => row).nextCursor).toBeNull();
    expect(keyset({ limit: 3 }).page([], (row) => row)).toEqual({ items: [], nextCursor: null });
  });

  test('refuses a cursor of another order, a foreign one, and nonsense', () => {
    const { nextCursor } = keyset({ limit: 1, sort: '-name' }).page(rows(2), (row) => row);
    const made = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const cursors = [
      nextCursor!,
      '',
      'AAAA',
      made(null),
      made(['name', 'x']),
      made(['name', 1, newId()]),
      made(['name', 'x', "' or 1=1"]),
    ];
    for (const cursor of cursors) expect(() => keyset({ cursor })).toThrow(CursorInvalid);
  });
});
