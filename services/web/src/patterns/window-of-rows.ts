/** How many rows are rendered or left out together. */
export const blockSize = 20;

/** Below it nothing is left out: what the browser can render at once is searched and printed whole. */
export const mostWhole = 60;

export type Segment =
  | { readonly kind: 'gap'; readonly key: string; readonly height: number }
  | { readonly kind: 'block'; readonly key: string; readonly block: number };

export interface View {
  /** Where the part that is seen begins and ends, from the first row on, in pixels. */
  readonly from: number;
  readonly until: number;
}

/** How tall each block is: as it was measured, or as tall as the measured ones are on average. */
export function heightsOf(
  blocks: number,
  measured: ReadonlyMap<number, number>,
  usual: number,
): readonly number[] {
  const known = [...measured.values()];
  const average = known.length === 0 ? usual : known.reduce((sum, one) => sum + one, 0) / known.length;
  return Array.from({ length: blocks }, (_, block) => measured.get(block) ?? average);
}

/** The blocks that are seen and the one that has the focus, and between them gaps as tall as what is left out. */
export function segmentsOf(
  heights: readonly number[],
  view: View,
  focused: number | undefined,
): readonly Segment[] {
  const segments: Segment[] = [];
  let top = 0;
  let gap = 0;
  const close = (before: number): void => {
    if (gap > 0) segments.push({ kind: 'gap', key: `gap before ${String(before)}`, height: gap });
    gap = 0;
  };
  heights.forEach((height, block) => {
    const isSeen = top < view.until && top + height > view.from;
    if (isSeen || block === focused) {
      close(block);
      segments.push({ kind: 'block', key: `block ${String(block)}`, block });
    } else gap += height;
    top += height;
  });
  close(heights.length);
  return segments;
}
