import { Money } from '@dhanman/kernel';
import { type Cell, columns, row, type Statement } from '../receivables/report-row.js';
import { hsnRows } from './gst-hsn.js';
import { seriesOf } from './gst-series.js';
import { toMend } from './gst-to-mend.js';
import {
  type GstReturn,
  gstSections,
  type GstSection,
  type Part,
  partsOf,
  sumOfParts,
  taxNames,
} from './gst-parts.js';
import { type Figures, placeOnPaper } from './sales-register.js';

/** Each section with what it comes to, held to the sums of the register, which come from the documents as a whole. */
export function gstSummary(told: GstReturn, register: Figures): Statement {
  const { documents, currency } = told;
  const parts = documents.flatMap((one) => partsOf(one, currency));
  const sections = gstSections.map((section) => {
    const theirs = parts.filter((one) => one.section === section);
    return row('account', { caption: section }, cellsOf(theirs, currency));
  });
  const counted = (caption: 'series' | 'to-mend', count: number) =>
    row('account', { caption }, [String(count), null, null, null, null, null]);
  const hsn = hsnRows(told).flatMap(({ parts: some }) => some);
  return {
    name: 'gst-summary',
    columns: [...columns('count', 'documents'), ...columns('amount', 'value', ...taxNames)],
    rows: [
      ...sections,
      row('total', { caption: 'total' }, cellsOf(parts, currency)),
      ...(['hsn-b2b', 'hsn-b2c'] as const).map((caption) =>
        row(
          'account',
          { caption },
          cellsOf(
            hsn.filter((one) => hsnPlaceOf(one) === caption),
            currency,
          ),
        ),
      ),
      counted('series', seriesOf(documents).length),
      counted('to-mend', toMend(told).length),
    ],
    checks: checksOf(parts, hsn, register),
  };
}

function hsnPlaceOf({ of }: Part): 'hsn-b2b' | 'hsn-b2c' {
  return of.buyerGstin === null ? 'hsn-b2c' : 'hsn-b2b';
}

function cellsOf(parts: readonly Part[], currency: string): readonly Cell[] {
  const { value, cgst, sgst, igst, cess } = sumOfParts(parts, currency);
  return [String(new Set(parts.map(({ of }) => of)).size), value, cgst, sgst, igst, cess];
}

function checksOf(parts: readonly Part[], hsn: readonly Part[], register: Figures): Statement['checks'] {
  const { currency } = register.value;
  const { value, ...taxes } = sumOfParts(parts, currency);
  const inside = parts.filter(({ section }) => section !== 'outside');
  const taxOf = (some: Pick<Figures, (typeof taxNames)[number]>): Money =>
    Money.sum(
      taxNames.map((name) => some[name]),
      currency,
    );
  return [
    check('sections-are-register-value', value, register.value),
    check('sections-are-register-tax', taxOf(taxes), taxOf(register)),
    check('hsn-is-sections', sumOfParts(hsn, currency).value, sumOfParts(inside, currency).value),
  ];
}

function check(
  name: Statement['checks'][number]['name'],
  left: Money,
  right: Money,
): Statement['checks'][number] {
  return { name, left: left.toJSON(), right: right.toJSON(), holds: left.equals(right) };
}

/** The documents behind a section, with what of each is told there. */
export function gstSection({ documents, currency }: GstReturn, section: GstSection): Statement {
  const told = documents.map((of) => ({
    of,
    parts: partsOf(of, currency).filter((one) => one.section === section),
  }));
  const rows = told.flatMap(({ of, parts }) => {
    if (parts.length === 0) return [];
    const { value, cgst, sgst, igst, cess } = sumOfParts(parts, currency);
    const said = [
      of.on,
      of.document,
      of.number,
      of.customerName,
      of.buyerGstin,
      placeOnPaper(of.totals.placeOfSupply),
    ];
    return [row('entry', { documentId: of.id }, [...said, value, cgst, sgst, igst, cess])];
  });
  const all = told.flatMap(({ parts }) => parts);
  const [, ...sums] = cellsOf(all, currency);
  return {
    name: 'gst-section',
    columns: [
      ...columns('date', 'date'),
      ...columns('document', 'document'),
      ...columns('text', 'number', 'party', 'gstin', 'placeOfSupply'),
      ...columns('amount', 'value', ...taxNames),
    ],
    rows: [...rows, row('total', { caption: 'total' }, [...Array<null>(6).fill(null), ...sums])],
    checks: [],
  };
}
