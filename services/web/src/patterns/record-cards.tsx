import { useChooseBoxes } from './choose-box.js';
import type { FormProps } from './record-shape.js';
import { useWindowOfRows } from './use-window-of-rows.js';
import { blockSize } from './window-of-rows.js';
import classes from './records.module.css';

const usualCardPx = 130;

export function RecordCards<Row>(props: FormProps<Row>) {
  const { label, rows, total, keyOf, columns, actions, selection } = props;
  const { segments, frame } = useWindowOfRows(rows.length, usualCardPx);
  const boxes = useChooseBoxes(selection, rows, keyOf);
  return (
    <div ref={frame} role="list" className="numbers" aria-label={label}>
      {segments.map((segment) =>
        segment.kind === 'gap' ? (
          <div key={segment.key} role="none" style={{ height: segment.height }} />
        ) : (
          <div key={segment.key} role="none" className={classes.cards} data-block={segment.block}>
            {rows.slice(segment.block * blockSize, (segment.block + 1) * blockSize).map((row, index) => (
              <Card
                key={keyOf(row)}
                {...{ row, columns, actions, boxes, total }}
                at={segment.block * blockSize + index}
              />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

interface CardProps<Row> extends Pick<FormProps<Row>, 'columns' | 'total'> {
  readonly row: Row;
  readonly actions: FormProps<Row>['actions'] | undefined;
  readonly at: number;
  readonly boxes: ReturnType<typeof useChooseBoxes<Row>>;
}

function Card<Row>({ row, at, total, columns, actions, boxes }: CardProps<Row>) {
  const [name, ...others] = columns;
  const loud = others.filter(({ isLoud }) => isLoud);
  const quiet = others.filter(({ isLoud }) => !isLoud);
  return (
    <div
      role="listitem"
      className={classes.card}
      data-row
      data-chosen={boxes?.has(row) || undefined}
      aria-posinset={at + 1}
      aria-setsize={total}
    >
      <div className={classes.head}>
        <div className={classes.name}>
          {boxes?.one(row, at)}
          {name?.cell(row)}
        </div>
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
    </div>
  );
}
