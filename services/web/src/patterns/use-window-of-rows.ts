import { type RefCallback, useLayoutEffect, useRef, useState } from 'react';
import { blockSize, heightsOf, mostWhole, type Segment, segmentsOf } from './window-of-rows.js';

/** Rendered beyond what is seen, so that a scroll meets rows. */
const marginPx = 500;

interface Windowed {
  readonly segments: readonly Segment[];
  /** On what the rows begin in. */
  readonly frame: RefCallback<HTMLElement>;
}

/** Which rows of a list are rendered while the page scrolls: of a hundred thousand, those that are seen. */
export function useWindowOfRows(count: number, usualRowPx: number): Windowed {
  const isWhole = count <= mostWhole;
  const blocks = Math.ceil(count / blockSize);
  const frame = useRef<HTMLElement>(null);
  const measured = useRef(new Map<number, number>());
  const [segments, setSegments] = useState<readonly Segment[]>([]);
  useLayoutEffect(() => {
    if (isWhole) return undefined;
    const look = (): void => {
      const { current } = frame;
      if (current === null) return;
      for (const [block, height] of blocksIn(current)) measured.current.set(block, height);
      const heights = heightsOf(blocks, measured.current, usualRowPx * blockSize);
      const next = segmentsOf(heights, viewOf(current), blockWithFocus(current));
      setSegments((before) => (isSame(before, next) ? before : next));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [isWhole, blocks, usualRowPx]);
  return {
    segments: isWhole || segments.length === 0 ? firstOf(blocks) : segments,
    frame: (element) => {
      frame.current = element;
    },
  };
}

/** Before anything was measured: as many as are rendered whole, which fill every screen. */
function firstOf(blocks: number): readonly Segment[] {
  const heights = Array.from({ length: blocks }, () => 1);
  return segmentsOf(heights, { from: 0, until: Math.ceil(mostWhole / blockSize) }, undefined);
}

function blocksIn(frame: HTMLElement): readonly (readonly [number, number])[] {
  return [...frame.querySelectorAll<HTMLElement>('[data-block]')].map((element) => [
    Number(element.dataset['block']),
    element.getBoundingClientRect().height,
  ]);
}

function viewOf(frame: HTMLElement) {
  const { top } = frame.getBoundingClientRect();
  return { from: -top - marginPx, until: -top + innerHeight + marginPx };
}

function blockWithFocus({ ownerDocument: { activeElement } }: HTMLElement): number | undefined {
  const block = activeElement?.closest<HTMLElement>('[data-block]')?.dataset['block'];
  return block === undefined ? undefined : Number(block);
}

/** Gaps may differ by what was measured since: the next change of what is seen brings that along. */
function isSame(before: readonly Segment[], next: readonly Segment[]): boolean {
  return before.length === next.length && before.every(({ key }, index) => key === next[index]?.key);
}
