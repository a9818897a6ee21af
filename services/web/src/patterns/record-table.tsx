import { useChooseBoxes } from './choose-box.js';
import type { FormProps } from './record-shape.js';
import { useWindowOfRows } from './use-window-of-rows.js';
import { blockSize } from './window-of-rows.js';
import classes from './records.module.css';

const usualRowPx = 36;

export function RecordTable<Row>(props: FormProps<Row>) {
  const { label, rows, total, keyOf, columns, actions, selection } = props;
  const { segments, frame } = useWindowOfRows(rows.length, usualRowPx);
  const boxes = useChooseBoxes(selection, rows, keyOf);
  const width = columns.length + (actions ? 1 : 0) + (boxes ? 1 : 0);
  return (
    <table
      ref={frame}
      className={`numbers ${classes.table}`}
      aria-label={label}
      aria-rowcount={total === -1 ? -1 : total + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          {boxes && <td className={classes.choice}>{boxes.all()}</td>}
          {columns.map((column) => (
            <th key={column.label} scope="col" data-figure={column.isFigure || undefined}>
              {column.label}
            </th>
          ))}
          {actions && <td />}
        </tr>
      </thead>
      {segments.map((segment) =>
        segment.kind === 'gap' ? (
          <tbody key={segment.key} aria-hidden>
            <tr className={classes.gap}>
              <td colSpan={width} style={{ height: segment.height }} />
            </tr>
          </tbody>
        ) : (
          <tbody key={segment.key} data-block={segment.block}>
            {rows.slice(segment.block * blockSize, (segment.block + 1) * blockSize).map((row, index) => (
              <TableRow
                key={keyOf(row)}
                {...{ row, columns, actions, boxes }}
                at={segment.block * blockSize + index}
              />
            ))}
          </tbody>
        ),
      )}
    </table>
  );
}

interface TableRowProps<Row> extends Pick<FormProps<Row>, 'columns'> {
  readonly row: Row;
  readonly actions: FormProps<Row>['actions'] | undefined;
  readonly at: number;
  readonly boxes: ReturnType<typeof useChooseBoxes<Row>>;
}

function TableRow<Row>({ row, at, columns, actions, boxes }: TableRowProps<Row>) {
  return (
    <tr data-row aria-rowindex={at + 2} data-chosen={boxes?.has(row) || undefined}>
      {boxes && <td className={classes.choice}>{boxes.one(row, at)}</td>}
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
  );
}
