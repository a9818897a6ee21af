import { columns, row, type Statement } from '../receivables/report-row.js';
import type { GstReturn, TaxDocument } from './gst-parts.js';

interface Series {
  readonly first: TaxDocument;
  readonly last: TaxDocument;
  readonly all: number;
  readonly cancelled: number;
}

/** Numbers that differ in their last digits alone are one series; what is taken back later has its number once. */
export function seriesOf(documents: readonly TaxDocument[]): readonly Series[] {
  const numbered = documents.filter(({ document }) => document !== 'credit-note-reversed');
  const groups = Map.groupBy(numbered, ({ document, number }) => `${document} ${number.replace(/\d+$/, '')}`);
  return [...groups.values()].map((some) => {
    const inOrder = some.toSorted((one, other) => placeOf(one) - placeOf(other));
    const [first, last] = [inOrder[0], inOrder.at(-1)] as [TaxDocument, TaxDocument];
    return { first, last, all: some.length, cancelled: some.filter(({ isVoid }) => isVoid).length };
  });
}

function placeOf({ number }: TaxDocument): number {
  return Number(/\d+$/.exec(number)?.[0] ?? 0);
}

/** Table 13 of the return. */
export function gstDocuments({ documents }: GstReturn): Statement {
  return {
    name: 'gst-documents',
    columns: [
      ...columns('document', 'document'),
      ...columns('text', 'number', 'lastNumber'),
      ...columns('count', 'documents', 'cancelled', 'kept'),
    ],
    rows: seriesOf(documents).map(({ first, last, all, cancelled }) => {
      const counts = [all, cancelled, all - cancelled].map(String);
      return row('entry', { documentId: first.id }, [first.document, first.number, last.number, ...counts]);
    }),
    checks: [],
  };
}
