import type { ReactNode } from 'react';
import { useMedia } from '../preferences/appearance.js';
import classes from './records.module.css';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Said beside the name of the row instead of under a label of its own, where there is no room for columns. */
  readonly isLoud?: boolean;
  /** Stands to the right, and its heading above it. */
  readonly isFigure?: boolean;
}

interface RecordsProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly actions?: (row: Row) => ReactNode;
  /** Stands in its place while there are no rows. */
  readonly none?: ReactNode;
}

/** A table where there is room for it, and cards with the same facts where there is not. */
export function Records<Row>(props: RecordsProps<Row>) {
  const isNarrow = useMedia('(width < 900px)');
  if (props.rows.length === 0 && props.none !== undefined) return props.none;
  return isNarrow ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>({ label, rows, keyOf, columns, actions }: RecordsProps<Row>) {
  return (
    <table className={`numbers ${classes.table}`} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-figure={column.isFigure || undefined}>
              {column.label}
            </th>
          ))}
          {actions && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-row>
            {columns.map(({ label: name, cell, isFigure }, index) =>
              index === 0 ? (
                <th key={name} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={name} data-figure={isFigure || undefined}>
                  {cell(row)}
                </td>
              ),
            )}
            {actions && <td className={classes.actions}>{actions(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row>({ label, rows, keyOf, columns, actions }: RecordsProps<Row>) {
  const [name, ...others] = columns;
  const loud = others.filter(({ isLoud }) => isLoud);
  const quiet = others.filter(({ isLoud }) => !isLoud);
  return (
    <ul className={`numbers ${classes.cards}`} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)} data-row>
          <div className={classes.head}>
            <div>{name?.cell(row)}</div>
            {loud.map((column) => (
              <div key={column.label}>{column.cell(row)}</div>
            ))}
          </div>
          <dl>
            {quiet.map((column) => (
              <div key={column.label}>
                <dt>{column.label}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
          {actions && <div className={classes.actions}>{actions(row)}</div>}
        </li>
      ))}
    </ul>
  );
}
