import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  cellText,
  isFigure,
  type ReportColumn,
  type ReportDocument,
  type ReportRow,
  type ReportWord,
} from './report-cell.js';
import type { ShownReport } from './report-list.js';
import { Label, ToCreditNote, ToEntry, ToInvoice, ToReceipt, ToRefund, ToWriteOff } from './report-links.js';
import type { ReportSearch } from './report-search.js';
import type { ReportTree } from './use-report-tree.js';
import classes from './reports.module.css';

interface ReportLineProps {
  readonly name: ShownReport;
  readonly index: number;
  readonly rows: readonly ReportRow[];
  readonly columns: readonly ReportColumn[];
  readonly tree: ReportTree;
  readonly hasNames: boolean;
  readonly search: ReportSearch;
}

export function ReportLine({ name, index, rows, columns, tree, hasNames, search }: ReportLineProps) {
  const row = rows[index];
  if (!row) return null;
  const isOpen = tree.isOpen(index);
  return (
    <tr
      data-row={index}
      data-kind={row.kind}
      aria-level={row.level + 1}
      aria-expanded={isOpen}
      tabIndex={index === tree.current ? 0 : -1}
      onFocus={() => tree.focused(index)}
      onKeyDown={(event) => tree.press(event, index)}
    >
      {hasNames && (
        <th scope="row">
          <span className={classes.label} style={{ marginInlineStart: `${String(row.level)}rem` }}>
            {isOpen !== undefined && <Fold isOpen={isOpen} toggle={() => tree.toggle(index)} />}
            <Label {...{ name, row, search }} />
          </span>
        </th>
      )}
      {columns.map((column, at) => (
        <td
          key={at}
          data-figure={isFigure(column) || undefined}
          data-date={column.kind === 'date' || undefined}
        >
          {column.kind === 'verdict' ? (
            <Verdict verdict={row.cells[at]} />
          ) : (
            <Cell {...{ row, column, at, hasNames }} />
          )}
        </td>
      ))}
    </tr>
  );
}

function Fold({ isOpen, toggle }: { readonly isOpen: boolean; readonly toggle: () => void }) {
  const { t } = useTranslation();
  const FoldIcon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton className={classes.fold} tabIndex={-1} onClick={toggle}>
      <FoldIcon size={16} stroke={1.75} aria-label={t(isOpen ? 'reports.fold' : 'reports.unfold')} />
    </UnstyledButton>
  );
}

interface CellProps extends Pick<ReportLineProps, 'hasNames'> {
  readonly row: ReportRow;
  readonly column: ReportColumn;
  readonly at: number;
}

const ofCaptions: ReadonlySet<string> = new Set(['narration', 'party', 'classification']);

/** Numbers open what they number; where rows have no names, our own lines are said beside what the others are for. */
function Cell({ row, column, at, hasNames }: CellProps) {
  const { t } = useTranslation();
  const text = cellText(column.kind, row.cells[at] ?? null);
  if (text === '') return !hasNames && ofCaptions.has(column.name) ? <Caption row={row} /> : null;
  if (column.kind === 'document') return t(`reports.documents.${text as ReportDocument}`);
  if (column.kind === 'word') return t(`reports.words.${text as ReportWord}`);
  return <NumberOrText {...{ row, column, text }} />;
}

interface NumberOrTextProps extends Pick<CellProps, 'row' | 'column'> {
  readonly text: string;
}

function NumberOrText({ row, column: { name }, text }: NumberOrTextProps) {
  const { entryId, documentId, cells } = row;
  if (name === 'entry' && entryId !== null) return <ToEntry id={entryId}>{text}</ToEntry>;
  if (name !== 'number' || documentId === null) return text;
  const To = ways.find(([kind]) => cells.includes(kind))?.[1] ?? ToReceipt;
  return <To id={documentId}>{text}</To>;
}

const ways = [
  ['invoice', ToInvoice],
  ['invoice-cancelled', ToInvoice],
  ['credit-note', ToCreditNote],
  ['credit-note-reversed', ToCreditNote],
  ['refund', ToRefund],
  ['refund-reversed', ToRefund],
  ['write-off', ToWriteOff],
  ['write-off-reversed', ToWriteOff],
] as const;

function Caption({ row: { caption } }: Pick<CellProps, 'row'>) {
  const { t } = useTranslation();
  return caption === null ? null : t(`reports.caption.${caption}`);
}

/** In a word and an icon; the sign of the number says only which of the two is larger. */
function Verdict({ verdict }: { readonly verdict: string | null | undefined }) {
  const { t } = useTranslation();
  if (!verdict) return null;
  const isGood = verdict === 'favourable';
  const VerdictIcon = isGood ? IconThumbUp : IconThumbDown;
  return (
    <span className={classes.verdict} data-good={isGood || undefined}>
      <VerdictIcon size={16} stroke={1.75} aria-hidden />
      {t(isGood ? 'reports.favourable' : 'reports.unfavourable')}
    </span>
  );
}
