import type {
  CellKind,
  ColumnName,
  ReportCheck,
  ReportColumn,
  ReportDto,
  ReportRow,
} from '@dhanman/contracts';
import { amountOnPaper, dayOnPaper, DomainError } from '@dhanman/kernel';
import {
  captionWords,
  checkWords,
  columnWords,
  documentWords,
  stateWords,
  titleOf,
  verdictWords,
} from './report-words.js';

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
    columns: [...names, ...report.columns.map((column) => ({ label: wordsOf(column), kind: column.kind }))],
    rows: report.rows.map((row) => ({
      kind: row.kind,
      level: row.level,
      cells: hasNames ? [row.code ?? '', nameOf(row), ...textsOf(report, row)] : captioned(report, row),
    })),
    foot: [...report.checks.map(checkOf), ...chainOf(report)],
  };
}

/** A column that is all about a company has its name; one of several about it says what it is, too. */
function wordsOf({ name, label }: ReportColumn): string {
  if (label === null) return columnWords[name];
  return name === 'company' ? label : `${label}: ${columnWords[name]}`;
}

/** A ledger has no accounts in its rows: what its lines are called stands in a column of its own. */
export function namesRows({ columns, rows }: Pick<ReportDto, 'columns' | 'rows'>): boolean {
  const areFigures = columns.every(({ kind }) => figures.has(kind));
  return areFigures || rows.some(({ code, name }) => code !== null || name !== null);
}

const figures: ReadonlySet<CellKind> = new Set(['amount', 'balance', 'percent', 'count']);

/** Where our own lines are said in a report whose rows have no names. */
const ofCaptions: ReadonlySet<ColumnName> = new Set(['narration', 'party', 'classification']);

function captioned(report: ReportDto, row: ReportRow): readonly string[] {
  const { columns } = report;
  const at = columns.findIndex(({ name }) => ofCaptions.has(name));
  const { caption } = row;
  return textsOf(report, row).map((text, index) => (index === at && caption ? captionWords[caption] : text));
}

function nameOf({ name, caption }: ReportRow): string {
  return name ?? (caption ? captionWords[caption] : '');
}

function textsOf({ columns }: ReportDto, { cells }: ReportRow): readonly string[] {
  return cells.map((cell, index) => textOf(columns[index]?.kind ?? 'text', cell ?? ''));
}

function textOf(kind: CellKind, cell: string): string {
  return words[kind]?.[cell] ?? (kind === 'verdict' ? '' : cell);
}

const words: Readonly<Partial<Record<CellKind, Readonly<Record<string, string>>>>> = {
  ...{ verdict: verdictWords, document: documentWords, word: stateWords },
};

function headOf(report: ReportDto): readonly string[] {
  const { company, subject, from, asOf, knownAt, compare, currency } = report;
  return [
    company?.name ?? 'All companies',
    ...(subject === null ? [] : [subject]),
    `${dayOnPaper(from)} to ${dayOnPaper(asOf)}, amounts in ${currency}`,
    ...(compare ? [`Compared with ${dayOnPaper(compare.from)} to ${dayOnPaper(compare.asOf)}`] : []),
    `As known ${knownAt}`,
  ];
}

function checkOf({ name, left, right, holds }: ReportCheck): string {
  return `${checkWords[name]}: ${amountOnPaper(left)} ${holds ? '=' : 'differs from'} ${amountOnPaper(right)}`;
}

/** What holds whoever prints it to what the books said: the same entries have the same link for ever. */
function chainOf({ chain }: ReportDto): readonly string[] {
  if (!chain || chain.entries === 0) return [];
  const entries = chain.entries === 1 ? '1 entry' : `${chain.entries} entries`;
  return [`Chain of ${entries}: ${chain.hash}`];
}
