import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cellText, isFigure, type ReportColumn, type ReportRow } from './report-cell.js';
import { drilledInto, type ReportSearch } from './report-search.js';
import type { ReportTree } from './use-report-tree.js';
import classes from './reports.module.css';

interface ReportLineProps {
  readonly index: number;
  readonly rows: readonly ReportRow[];
  readonly columns: readonly ReportColumn[];
  readonly tree: ReportTree;
  readonly hasNames: boolean;
  readonly search: ReportSearch;
}

export function ReportLine({ index, rows, columns, tree, hasNames, search }: ReportLineProps) {
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
            <Label row={row} search={search} />
          </span>
        </th>
      )}
      {columns.map((column, at) => (
        <td key={at} data-figure={isFigure(column) || undefined}>
          <Cell {...{ row, column, at, hasNames }} />
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

/** What is behind an account of a report: its ledger, of the same days. */
function Label({ row, search }: Pick<ReportLineProps, 'search'> & { readonly row: ReportRow }) {
  const { t } = useTranslation();
  const { code, name, caption, accountId, entryId } = row;
  const text = `${code === null ? '' : `${code} `}${name ?? (caption === null ? '' : t(`reports.caption.${caption}`))}`;
  if (accountId === null || entryId !== null) return <span>{text}</span>;
  return (
    <Link
      to="/reports/$name"
      params={{ name: 'general-ledger' }}
      search={drilledInto(search, accountId)}
      tabIndex={-1}
    >
      {text}
    </Link>
  );
}

interface CellProps extends Pick<ReportLineProps, 'hasNames'> {
  readonly row: ReportRow;
  readonly column: ReportColumn;
  readonly at: number;
}

/** The number of an entry opens it; in a ledger, where rows have no names, our own lines are said in the narration. */
function Cell({ row, column, at, hasNames }: CellProps) {
  const { t } = useTranslation();
  const { entryId, caption, cells } = row;
  const text = cellText(column.kind, cells[at] ?? null);
  if (column.name === 'entry' && entryId !== null && text !== '') {
    return (
      <Link to="/entries/$id" params={{ id: entryId }} tabIndex={-1}>
        {text}
      </Link>
    );
  }
  const isOurs = !hasNames && column.name === 'narration' && caption !== null;
  return isOurs ? t(`reports.caption.${caption}`) : text;
}
