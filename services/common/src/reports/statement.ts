import type {
  CellKind,
  CheckName,
  ColumnName,
  ReportCheck,
  ReportColumn,
  ReportDto,
  ReportRow,
  RowCaption,
} from '@dhanman/contracts';
import { type Id, type Money, Rate } from '@dhanman/kernel';
import type { AccountNode } from './account-tree.js';

/** What a report says; whose it is, of when and known when, is added by whoever asked. */
export type Statement = Pick<ReportDto, 'name' | 'columns' | 'rows' | 'checks'>;

type Cell = Money | string | null;

interface RowParts {
  readonly caption?: RowCaption;
  readonly code?: string;
  readonly name?: string;
  readonly level?: number;
  readonly accountId?: Id | null;
  readonly entryId?: Id | null;
  readonly partyId?: Id | null;
}

export function row(kind: ReportRow['kind'], parts: RowParts, cells: readonly Cell[]): ReportRow {
  const { caption = null, code = null, name = null, level = 0 } = parts;
  const { accountId = null, entryId = null, partyId = null } = parts;
  const texts = cells.map((cell) => (typeof cell === 'string' || cell === null ? cell : cell.toJSON()));
  return { kind, level, caption, code, name, cells: texts, accountId, entryId, partyId, documentId: null };
}

/** A line of the chart, below a heading when there is one. */
export function accountRow(node: AccountNode, cells: readonly Cell[], indent = 0): ReportRow {
  const { account, depth, isGroup } = node;
  const { id, code, name } = account;
  const parts = { code, name, level: depth + indent, accountId: id };
  return row(isGroup ? 'group' : 'account', parts, cells);
}

/** A line of our own that heads what follows. */
export function heading(caption: RowCaption, columns: readonly ReportColumn[]): ReportRow {
  return row(
    'section',
    { caption },
    columns.map(() => null),
  );
}

export function column(name: ColumnName, kind: CellKind, label: string | null = null): ReportColumn {
  return { name, kind, label };
}

export function check(name: CheckName, left: Money, right: Money): ReportCheck {
  return { name, left: left.toJSON(), right: right.toJSON(), holds: left.equals(right) };
}

/** The columns that compare with an earlier time; a report that compares with nothing has none of them. */
export function comparison(kind: CellKind, isCompared: boolean): readonly ReportColumn[] {
  if (!isCompared) return [];
  return [column('compared', kind), column('change', kind), column('changePercent', 'percent')];
}

/** Their cells: what it was, by how much it changed, and by how many per cent of what it was. */
export function compared(now: Money, before: Money | undefined): readonly Cell[] {
  if (!before) return [];
  const change = now.subtract(before);
  return [before, change, percentOf(change, before.abs())];
}

/** Empty where there is nothing to take a share of. */
export function percentOf(part: Money, whole: Money): string | null {
  return whole.isZero ? null : Rate.ratio(part.minor, whole.minor).toPercent();
}
