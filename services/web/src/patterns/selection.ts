export interface Selection<Row> {
  /** The keys of the rows that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  /** How a row is called, for those who do not see what stands beside the box. */
  readonly nameOf: (row: Row) => string;
}

/** One more or one less; with `from` everything between the two becomes as the last one does. */
export function toggled(
  chosen: ReadonlySet<string>,
  keys: readonly string[],
  { at, from = at }: { readonly at: number; readonly from?: number | undefined },
): ReadonlySet<string> {
  const key = keys[at];
  if (key === undefined) return chosen;
  const next = new Set(chosen);
  for (const one of keys.slice(Math.min(at, from), Math.max(at, from) + 1)) {
    if (chosen.has(key)) next.delete(one);
    else next.add(one);
  }
  return next;
}

/** All rows that are here, or none of them when all are chosen already. */
export function allOrNone(chosen: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return keys.every((key) => chosen.has(key)) ? new Set() : new Set(keys);
}
