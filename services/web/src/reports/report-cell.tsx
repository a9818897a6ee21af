import type { common } from '@dhanman/client';
import { formatAmount, formatBalance } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';

export type ReportColumn = common.Report['columns'][number];
export type ReportRow = common.Report['rows'][number];

export function isFigure({ kind }: ReportColumn): boolean {
  return kind === 'amount' || kind === 'balance' || kind === 'percent';
}

/** The text of a cell as a person reads it. */
export function cellText(kind: ReportColumn['kind'], cell: string | null): string {
  if (cell === null) return '';
  switch (kind) {
    case 'amount':
      return formatAmount(cell);
    case 'balance':
      return formatBalance(cell);
    case 'date':
      return formatDate(cell);
    case 'percent':
    case 'text':
      return cell;
  }
}
