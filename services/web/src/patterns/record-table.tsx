import { memo } from 'react';
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
              <tr key={keyOf(row)} data-row {...placeOf(row, segment.block * blockSize + index, boxes)}>
                {boxes && (
                  <td className={classes.choice}>{boxes.one(row, segment.block * blockSize + index)}</td>
                )}
                <Cells {...{ row, columns, actions }} />
              </tr>
            ))}
          </tbody>
        ),
      )}
    </table>
  );
}

interface CellsProps<Row> extends Pick<FormProps<Row>, 'columns'> {
  readonly row: Row;
  readonly actions: FormProps<Row>['actions'] | undefined;
}

/** What a row says is drawn again when it says something else, not because others came into view. */
const Cells = memo(RowCells) as typeof RowCells;

function RowCells<Row>({ row, columns, actions }: CellsProps<Row>) {
  return (
    <>
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
    </>
  );
}

type Boxes<Row> = ReturnType<typeof useChooseBoxes<Row>>;

function placeOf<Row>(row: Row, at: number, boxes: Boxes<Row>) {
  return { 'aria-rowindex': at + 2, 'data-chosen': boxes?.has(row) || undefined };
}
