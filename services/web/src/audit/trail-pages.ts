import type { common, ServiceName } from '@dhanman/client';

export type TrailEntry = common.AuditEntry & { readonly service: ServiceName };

/** What every service answered to one question, and which did not answer. */
export interface Round {
  readonly pages: readonly (common.AuditPage & { readonly service: ServiceName })[];
  readonly failed: readonly ServiceName[];
}

export type Cursors = Partial<Record<ServiceName, string>>;

/** Where each service goes on; undefined when all have told everything. */
export function nextCursors({ pages }: Round): Cursors | undefined {
  const more = pages.flatMap(({ service, nextCursor }) =>
    nextCursor === null ? [] : [[service, nextCursor] as const],
  );
  return more.length === 0 ? undefined : Object.fromEntries(more);
}

/**
 * The trails of all services as one, the newest first. Each tells a page at a time: what is older than the last word of one
 * that has more to tell is held back, since it may not be next. Ids carry the time they were made.
 */
export function oneTrail(rounds: readonly Round[]): readonly TrailEntry[] {
  const entries = rounds.flatMap(({ pages }) =>
    pages.flatMap(({ service, items }) => items.map((item) => ({ ...item, service }))),
  );
  const horizons = (rounds.at(-1)?.pages ?? [])
    .filter(({ nextCursor }) => nextCursor !== null)
    .map(({ items }) => items.at(-1)?.id ?? '');
  const horizon = horizons.reduce((one, other) => (one > other ? one : other), '');
  return entries.filter(({ id }) => id >= horizon).toSorted((one, other) => (one.id < other.id ? 1 : -1));
}
