import type { common } from '@dhanman/client';
import { formatAmount, formatBalance } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';

export type ReportColumn = common.Report['columns'][number];
export type ReportDocument =
  | 'invoice'
  | 'invoice-cancelled'
  | 'receipt'
  | 'receipt-bounced'
  | 'receipt-reversed'
  | 'credit-note'
  | 'credit-note-reversed'
  | 'refund'
  | 'refund-reversed'
  | 'write-off'
  | 'write-off-reversed';
export type ReportWord =
  | 'issued'
  | 'posted'
  | 'rejected'
  | 'undoing'
  | 'cancelled'
  | 'reversed'
  | 'withdrawn'
  | 'hsn-missing'
  | 'hsn-too-short'
  | 'state-missing'
  | 'to-amend';
export type ReportRow = common.Report['rows'][number];

const figures: ReadonlySet<string> = new Set(['amount', 'balance', 'percent', 'count']);

export function isFigure({ kind }: ReportColumn): boolean {
  return figures.has(kind);
}

/** The text of a cell as a person reads it. */
export function cellText(kind: ReportColumn['kind'], cell: string | null): string {
  if (cell === null) return '';
  return formats[kind]?.(cell) ?? cell;
}

const formats: Readonly<Partial<Record<ReportColumn['kind'], (cell: string) => string>>> = {
  ...{ amount: formatAmount, balance: formatBalance, date: formatDate },
};
