import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatRupees } from '../formats/amount.js';
import type { ShownReport } from '../reports/report-list.js';
import type { ReportSearch } from '../reports/report-search.js';
import classes from './home-page.module.css';

interface TileProps {
  readonly label: string;
  readonly amount: string;
  readonly report: ShownReport;
  readonly search: ReportSearch;
  readonly children?: ReactNode;
}

/** One figure, and the report that says what it is made of. */
export function Tile({ label, amount, report, search, children }: TileProps) {
  return (
    <Link to="/reports/$name" params={{ name: report }} search={search} className={classes.tile}>
      <span className={classes.label}>{label}</span>
      <span className={`numbers ${classes.figure}`} data-below={amount.startsWith('-') || undefined}>
        {formatRupees(amount)}
      </span>
      {children !== undefined && <span className={classes.label}>{children}</span>}
    </Link>
  );
}
