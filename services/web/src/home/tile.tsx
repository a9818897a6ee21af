import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatRupees } from '../formats/amount.js';
import type { ShownReport } from '../reports/report-list.js';
import type { ReportSearch } from '../reports/report-search.js';
import type { InvoicesSearch } from '../sales/list-search.js';
import classes from './home-page.module.css';

interface FigureProps {
  readonly label: string;
  readonly amount: string;
  readonly children?: ReactNode;
}

interface TileProps extends FigureProps {
  readonly report: ShownReport;
  readonly search: ReportSearch;
}

/** One figure, and the report that says what it is made of. */
export function Tile({ report, search, ...figure }: TileProps) {
  return (
    <Link to="/reports/$name" params={{ name: report }} search={search} className={classes.tile}>
      <Figure {...figure} />
    </Link>
  );
}

interface BillsTileProps extends FigureProps {
  readonly search: InvoicesSearch;
}

/** One figure, and the bills it is made of. */
export function BillsTile({ search, ...figure }: BillsTileProps) {
  return (
    <Link to="/invoices" search={search} className={classes.tile}>
      <Figure {...figure} />
    </Link>
  );
}

function Figure({ label, amount, children }: FigureProps) {
  return (
    <>
      <span className={classes.label}>{label}</span>
      <span className={`numbers ${classes.figure}`} data-below={amount.startsWith('-') || undefined}>
        {formatRupees(amount)}
      </span>
      {children !== undefined && <span className={classes.label}>{children}</span>}
    </>
  );
}
