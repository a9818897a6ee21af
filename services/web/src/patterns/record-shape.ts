import type { ReactNode } from 'react';
import type { Selection } from './selection.js';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Said beside the name of the row instead of under a label of its own, where there is no room for columns. */
  readonly isLoud?: boolean;
  /** Stands to the right, and its heading above it. */
  readonly isFigure?: boolean;
}

export interface RecordsProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first one names the row. Where rows come as one scrolls they are the same each time, or every row is drawn again. */
  readonly columns: readonly Column<Row>[];
  readonly actions?: (row: Row) => ReactNode;
  /** Where rows can be chosen, to do something to all of them. */
  readonly selection?: Selection<Row>;
  /** Stands in its place while there are no rows. */
  readonly none?: ReactNode;
}

/** What a form of the list is given besides: how many rows there will be in all, −1 while nobody knows. */
export type FormProps<Row> = Omit<RecordsProps<Row>, 'none'> & { readonly total: number };
