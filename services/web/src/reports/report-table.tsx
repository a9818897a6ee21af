import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { isFigure } from './report-cell.js';
import { ColumnHead } from './column-head.js';
import { ReportLine } from './report-line.js';
import type { ShownReport } from './report-list.js';
import type { ReportSearch } from './report-search.js';
import { useReportTree } from './use-report-tree.js';
import classes from './reports.module.css';

interface ReportTableProps {
  readonly label: string;
  readonly name: ShownReport;
  readonly report: common.Report;
  readonly search: ReportSearch;
}

function firstColumnOf(name: ShownReport, rows: common.Report['rows']) {
  if (name.startsWith('gst-')) return 'reports.section';
  return rows.some(({ partyId }) => partyId !== null) ? 'reports.customer' : 'reports.account';
}

/** A report as a tree of rows. It is wider than a phone: there it moves sideways by itself, with the names in place. */
export function ReportTable({ label, name, report, search }: ReportTableProps) {
  const { t } = useTranslation();
  const { columns, rows } = report;
  const tree = useReportTree(rows);
  // Where all columns are figures the captions have no other place, even while no account has a line.
  const hasNames = columns.every(isFigure) || rows.some((row) => row.code !== null || row.name !== null);
  return (
    <div className={classes.region} role="region" aria-label={label} tabIndex={0}>
      <table className={`numbers ${classes.table}`} role="treegrid" aria-label={label}>
        <thead>
          <tr>
            {hasNames && <th scope="col">{t(firstColumnOf(name, rows))}</th>}
            {columns.map((column, index) => (
              <th key={index} scope="col" data-figure={isFigure(column) || undefined}>
                <ColumnHead {...{ column, search }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tree.visible.map((index) => (
            <ReportLine key={index} {...{ name, index, rows, columns, tree, hasNames, search }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
