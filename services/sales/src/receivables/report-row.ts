import type {
  CellKind,
  ColumnName,
  ReportColumn,
  ReportDto,
  ReportRow,
  RowCaption,
} from '@dhanman/contracts';
import type { Id, Money } from '@dhanman/kernel';

/** What a report says; whose it is, and of when, is added by whoever asked. */
export type Statement = Pick<ReportDto, 'name' | 'columns' | 'rows' | 'checks'>;

export type Cell = Money | string | null;

interface RowParts {
  readonly caption?: RowCaption;
  readonly name?: string | null;
  readonly level?: number;
  readonly partyId?: Id | null;
  readonly documentId?: Id | null;
}

export function row(kind: ReportRow['kind'], parts: RowParts, cells: readonly Cell[]): ReportRow {
  const { caption = null, name = null, level = 0, partyId = null, documentId = null } = parts;
  const texts = cells.map((cell) => (typeof cell === 'string' || cell === null ? cell : cell.toJSON()));
  const behind = { accountId: null, entryId: null, partyId, documentId };
  return { kind, level, caption, code: null, name, cells: texts, ...behind };
}

export function columns(kind: CellKind, ...names: readonly ColumnName[]): readonly ReportColumn[] {
  return names.map((name) => ({ name, kind, label: null }));
}
