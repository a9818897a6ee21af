import type { CellKind, ReportCheck, ReportDto, ReportRow } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { captionWords, checkWords, columnWords, titleOf } from './report-words.js';

export class ReportTooLong extends DomainError {
  constructor(rows: number) {
    const what = `This report has more than ${rows} rows: ask for fewer days, or for a spreadsheet.`;
    super('invalid', 'report-too-long', what, { field: 'format' });
  }
}

export interface PrintedColumn {
  readonly label: string;
  readonly kind: CellKind;
}

export interface PrintedRow {
  readonly kind: ReportRow['kind'];
  readonly level: number;
  readonly cells: readonly string[];
}

/** A report as it goes on paper or into a file: the same words, columns and figures whatever the file is. */
export interface PrintedReport {
  readonly title: string;
  /** Whose it is, of when, and known when. */
  readonly head: readonly string[];
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  /** Whether it ties out. */
  readonly foot: readonly string[];
}

export function printed(report: ReportDto): PrintedReport {
  const hasNames = namesRows(report);
  const names: readonly PrintedColumn[] = hasNames
    ? [
        { label: 'Code', kind: 'text' },
        { label: 'Name', kind: 'text' },
      ]
    : [];
  return {
    title: titleOf(report.name, report.company?.kind),
    head: headOf(report),
    columns: [
      ...names,
      ...report.columns.map(({ name, label, kind }) => ({ label: label ?? columnWords[name], kind })),
    ],
    rows: report.rows.map((row) => ({
      kind: row.kind,
      level: row.level,
      cells: hasNames ? [row.code ?? '', nameOf(row), ...textsOf(row)] : captioned(report, row),
    })),
    foot: report.checks.map(checkOf),
  };
}

/** A ledger has no accounts in its rows: what its lines are called stands in a column of its own. */
export function namesRows({ rows }: Pick<ReportDto, 'rows'>): boolean {
  return rows.some(({ code, name }) => code !== null || name !== null);
}

function captioned({ columns }: ReportDto, row: ReportRow): readonly string[] {
  const at = columns.findIndex(({ name }) => name === 'narration');
  const { caption } = row;
  return textsOf(row).map((text, index) => (index === at && caption ? captionWords[caption] : text));
}

function nameOf({ name, caption }: ReportRow): string {
  return name ?? (caption ? captionWords[caption] : '');
}

function textsOf({ cells }: ReportRow): readonly string[] {
  return cells.map((cell) => cell ?? '');
}

function headOf({ company, subject, from, asOf, knownAt, compare, currency }: ReportDto): readonly string[] {
  return [
    company?.name ?? 'All companies',
    ...(subject === null ? [] : [subject]),
    `${dayOf(from)} to ${dayOf(asOf)}, amounts in ${currency}`,
    ...(compare ? [`Compared with ${dayOf(compare.from)} to ${dayOf(compare.asOf)}`] : []),
    `As known ${knownAt}`,
  ];
}

function checkOf({ name, left, right, holds }: ReportCheck): string {
  return `${checkWords[name]}: ${grouped(left)} ${holds ? '=' : 'differs from'} ${grouped(right)}`;
}

/** As it is written in India. */
function dayOf(date: string): string {
  return date.split('-').toReversed().join('-');
}

const indian = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 });

/** In lakh and crore, from the decimal text it is: no amount becomes a floating-point number. */
export function grouped(amount: string): string {
  return indian.format(amount as Intl.StringNumericLiteral);
}
