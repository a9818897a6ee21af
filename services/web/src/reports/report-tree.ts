interface Level {
  readonly level: number;
  readonly kind: string;
}

/** The row above, of a tree that is told by levels; undefined for a row at the top. */
export function parentOf(rows: readonly Level[], index: number): number | undefined {
  const level = rows[index]?.level ?? 0;
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((rows[above]?.level ?? 0) < level) return above;
  }
  return undefined;
}

/** Rows that are not inside something folded. */
export function visibleRows(rows: readonly Level[], folded: ReadonlySet<number>): readonly number[] {
  const visible: number[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [index, { level }] of rows.entries()) {
    if (level > hiddenBelow) continue;
    hiddenBelow = folded.has(index) ? level : Number.POSITIVE_INFINITY;
    visible.push(index);
  }
  return visible;
}
