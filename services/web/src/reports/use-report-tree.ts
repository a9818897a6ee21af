import { useState, type KeyboardEvent } from 'react';
import { parentOf, visibleRows } from './report-tree.js';

interface Level {
  readonly level: number;
  readonly kind: string;
}

export interface ReportTree {
  readonly visible: readonly number[];
  /** The row that takes the focus when one comes to the table. */
  readonly current: number;
  readonly focused: (index: number) => void;
  /** Undefined for a row with nothing below it. */
  readonly isOpen: (index: number) => boolean | undefined;
  readonly toggle: (index: number) => void;
  readonly press: (event: KeyboardEvent<HTMLTableRowElement>, index: number) => void;
}

/** Arrows go through the rows, open and fold them; Shift and right opens all; Enter follows the row's link. */
export function useReportTree(rows: readonly Level[]): ReportTree {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(0);
  const visible = visibleRows(rows, folded);
  const isOpen = (index: number): boolean | undefined =>
    (rows[index + 1]?.level ?? 0) > (rows[index]?.level ?? 0) ? !folded.has(index) : undefined;
  const toggle = (index: number): void => {
    const next = new Set(folded);
    if (!next.delete(index)) next.add(index);
    setFolded(next);
  };
  // A move ends on a row, or changes what is seen and stays.
  const moves: Readonly<Record<string, (index: number) => number | undefined>> = {
    ArrowDown: (index) => visible[visible.indexOf(index) + 1],
    ArrowUp: (index) => visible[visible.indexOf(index) - 1],
    Home: () => visible[0],
    End: () => visible.at(-1),
    ArrowRight: (index) => visible[visible.indexOf(index) + 1],
    ArrowLeft: (index) => parentOf(rows, index),
  };
  const folds = (key: string, index: number): boolean =>
    (key === 'ArrowRight' && isOpen(index) === false) || (key === 'ArrowLeft' && isOpen(index) === true);
  const move = (
    { key, shiftKey, currentTarget }: KeyboardEvent<HTMLTableRowElement>,
    index: number,
  ): void => {
    if (shiftKey && key === 'ArrowRight') setFolded(new Set());
    else if (folds(key, index)) toggle(index);
    else focusRow(currentTarget, moves[key]?.(index));
  };
  const press = (event: KeyboardEvent<HTMLTableRowElement>, index: number): void => {
    const { key, target, currentTarget } = event;
    if (target !== currentTarget || !(key in moves || key === 'Enter')) return;
    event.preventDefault();
    if (key === 'Enter') currentTarget.querySelector('a')?.click();
    else move(event, index);
  };
  return { visible, current, focused: setCurrent, isOpen, toggle, press };
}

function focusRow({ parentElement }: HTMLElement, index: number | undefined): void {
  parentElement?.querySelector<HTMLElement>(`[data-row="${String(index)}"]`)?.focus();
}
