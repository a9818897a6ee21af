import { useContext } from 'react';
import { useMedia } from '../preferences/appearance.js';
import { MoreToCome } from './more-to-come.js';
import { RecordCards } from './record-cards.js';
import type { RecordsProps } from './record-shape.js';
import { RecordTable } from './record-table.js';

export type { Column } from './record-shape.js';

/** A table where there is room for it, and cards with the same facts where there is not; of a long one what is seen. */
export function Records<Row>({ none, ...props }: RecordsProps<Row>) {
  const isNarrow = useMedia('(width < 900px)');
  const total = useContext(MoreToCome) ? -1 : props.rows.length;
  if (props.rows.length === 0 && none !== undefined) return none;
  return isNarrow ? <RecordCards {...props} total={total} /> : <RecordTable {...props} total={total} />;
}
