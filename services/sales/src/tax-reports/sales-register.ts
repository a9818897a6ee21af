// Every document with a number, in a line: what was cancelled keeps its line and comes to nothing, because the return
// counts it.
import type { ReportDocument, ReportWord } from '@dhanman/contracts';
import { type Id, Money, stateName } from '@dhanman/kernel';
import { type Cell, columns, row, type Statement } from '../receivables/report-row.js';

/** The figures of documents; below zero where a customer owes less for it. */
export interface Figures {
  readonly value: Money;
  readonly taxable: Money;
  readonly cgst: Money;
  readonly sgst: Money;
  readonly igst: Money;
  readonly cess: Money;
  readonly roundOff: Money;
  readonly total: Money;
}

export const figureNames = [
  ...(['value', 'taxable', 'cgst', 'sgst', 'igst', 'cess', 'roundOff', 'total'] as const),
];

export interface RegisterLine {
  readonly id: Id;
  readonly on: string;
  readonly document: ReportDocument;
  readonly number: string;
  readonly customerName: string;
  readonly gstin: string | null;
  readonly placeOfSupply: string;
  readonly state: ReportWord;
  readonly figures: Figures;
}

/** A page of the register; the last one has the sums of all pages, which are not the sums of its own lines. */
export function salesRegister(lines: readonly RegisterLine[], sums: Figures | undefined): Statement {
  return {
    name: 'sales-register',
    columns: [
      ...columns('date', 'date'),
      ...columns('document', 'document'),
      ...columns('text', 'number', 'party', 'gstin', 'placeOfSupply'),
      ...columns('amount', ...figureNames),
      ...columns('word', 'state'),
    ],
    rows: [...lines.map(lineRow), ...(sums ? [totalRow(sums)] : [])],
    checks: sums ? [partsAreTotal(sums)] : [],
  };
}

function lineRow(line: RegisterLine) {
  const { id, on, document, number, customerName, gstin, placeOfSupply, state } = line;
  const said = [on, document, number, customerName, gstin, placeOnPaper(placeOfSupply)];
  return row('entry', { documentId: id }, [...said, ...cellsOf(line.figures), state]);
}

function totalRow(sums: Figures) {
  return row('total', { caption: 'total' }, [...Array<null>(6).fill(null), ...cellsOf(sums), null]);
}

function cellsOf(figures: Figures): readonly Cell[] {
  return figureNames.map((name) => figures[name]);
}

export function placeOnPaper(state: string): string {
  return [state, stateName(state)].filter(Boolean).join(' ');
}

function partsAreTotal({
  value,
  cgst,
  sgst,
  igst,
  cess,
  roundOff,
  total,
}: Figures): Statement['checks'][number] {
  const parts = Money.sum([value, cgst, sgst, igst, cess, roundOff], total.currency);
  return { name: 'parts-are-total', left: parts.toJSON(), right: total.toJSON(), holds: parts.equals(total) };
}
