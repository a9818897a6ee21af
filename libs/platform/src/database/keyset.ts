import type { Page } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { z } from 'zod';

/** The cursor was not made by this list, or for another order of it. */
export class CursorInvalid extends DomainError {
  constructor() {
    super('invalid', 'cursor-invalid', 'This cursor does not belong to this list.', { field: 'cursor' });
  }
}

/** What a list may be sorted by: the name clients use → an expression of ours and its type. Nothing else gets into SQL. */
export type Sorts<Name extends string> = Readonly<
  Record<Name, { readonly sql: string; readonly type: string }>
>;

export interface PageQuery<Name extends string> {
  readonly sort?: Name | `-${Name}` | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Rows of a page carry, besides their own columns, the value they were sorted by. */
export interface SortedRow {
  readonly id: string;
  readonly sortedBy: string;
}

const Position = z.tuple([z.string(), z.string(), z.uuid()]);

const usualLimit = 50;

/**
 * Pages by key instead of by offset: the cursor says after which row to go on, so that a page costs the same however far
 * in it lies, and rows that come or go meanwhile shift nothing. The id makes every order total.
 */
export class Keyset<Name extends string> {
  private readonly sort: string;
  private readonly column: { readonly sql: string; readonly type: string };
  private readonly direction: 'asc' | 'desc';
  private readonly limit: number;
  private readonly after: readonly [value: string, id: string] | undefined;

  constructor(sorts: Sorts<Name>, usual: Name | `-${Name}`, query: PageQuery<Name>) {
    this.sort = query.sort ?? usual;
    this.direction = this.sort.startsWith('-') ? 'desc' : 'asc';
    this.column = sorts[this.sort.replace(/^-/, '') as Name];
    this.limit = query.limit ?? usualLimit;
    this.after = query.cursor === undefined ? undefined : this.read(query.cursor);
  }

  /** For the select list. */
  get select(): string {
    return `(${this.column.sql})::text as "sortedBy"`;
  }

  /** For the where clause; `place` adds a parameter and returns its placeholder. */
  where(place: (value: unknown) => string): string {
    if (!this.after) return 'true';
    const [value, id] = this.after;
    const sign = this.direction === 'asc' ? '>' : '<';
    return `(${this.column.sql}, id) ${sign} (${place(value)}::${this.column.type}, ${place(id)}::uuid)`;
  }

  /** For the end of the statement: one row more than asked, to know whether there is a next page. */
  get orderAndLimit(): string {
    const { sql } = this.column;
    return `order by ${sql} ${this.direction}, id ${this.direction} limit ${this.limit + 1}`;
  }

  page<Row extends SortedRow, Item>(rows: readonly Row[], toItem: (row: Row) => Item): Page<Item> {
    const shown = rows.slice(0, this.limit);
    const last = rows.length > this.limit ? shown.at(-1) : undefined;
    return { items: shown.map(toItem), nextCursor: last ? this.write(last) : null };
  }

  private write({ sortedBy, id }: SortedRow): string {
    return Buffer.from(JSON.stringify([this.sort, sortedBy, id])).toString('base64url');
  }

  private read(cursor: string): readonly [string, string] {
    const [sort, value, id] = parsed(cursor);
    if (sort !== this.sort) throw new CursorInvalid();
    return [value, id];
  }
}

function parsed(cursor: string): readonly [string, string, string] {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new CursorInvalid();
  }
}
