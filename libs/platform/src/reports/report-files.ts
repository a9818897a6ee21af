import { Readable } from 'node:stream';
import type { CellKind, ReportDto } from '@dhanman/contracts';
import { amountOnPaper, dayOnPaper } from '@dhanman/kernel';
import { PdfPress } from '../documents/pdf-press.js';
import { Injectable, StreamableFile } from '@nestjs/common';
import { csvOf } from './csv.js';
import { type PrintedReport, printed, ReportTooLong } from './printed-report.js';
import { reportTemplate } from './report-template.js';
import { workbookOf } from './workbook.js';
import { zip } from './zip.js';

export type FileFormat = 'csv' | 'xlsx' | 'pdf';

export const fileTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The same report as a file. The same report is always the same bytes. */
@Injectable()
export class ReportFiles {
  constructor(private readonly press: PdfPress) {}

  /** The report, or a file of it. A file has all pages, each read by itself: as known at one moment they fit together. */
  async answer<Asked extends Pageable>(
    asked: Asked,
    accept: string | undefined,
    read: (asked: Asked) => Promise<ReportDto>,
  ): ReportAnswer {
    const format = formatIn(asked.format, accept);
    const first = await read(format === 'json' ? asked : { ...asked, limit: pageOfFile });
    if (format === 'json') return first;
    const next = (cursor: string): Promise<ReportDto> =>
      read({ ...asked, limit: pageOfFile, cursor, knownAt: first.knownAt });
    const name = `${first.name}-${first.asOf}.${format}`;
    const options = { type: fileTypes[format], disposition: `attachment; filename="${name}"` };
    return new StreamableFile(await this.contentOf(first, next, format), options);
  }

  private async contentOf(first: ReportDto, next: Next, format: FileFormat): Promise<Readable> {
    const pages = printedPages(first, next);
    switch (format) {
      case 'csv':
        return Readable.from(csvOf(pages), { objectMode: false });
      case 'xlsx':
        return Readable.from(zip(workbookOf(printed(first), pages)), { objectMode: false });
      case 'pdf':
        return Readable.from([await this.press.print(reportTemplate, onPaper(await whole(pages)))], {
          objectMode: false,
        });
    }
  }
}

interface Pageable {
  readonly format?: FileFormat | 'json' | undefined;
  readonly knownAt?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

type Next = (cursor: string) => Promise<ReportDto>;

export type ReportAnswer = Promise<ReportDto | StreamableFile>;

const pageOfFile = 500;

async function* printedPages(first: ReportDto, next: Next): AsyncGenerator<PrintedReport> {
  let page = first;
  yield printed(page);
  while (page.nextCursor !== null) {
    page = await next(page.nextCursor);
    yield printed(page);
  }
}

/** Paper has an end: what is longer is read in a spreadsheet. */
const rowsOnPaper = 20_000;

async function whole(pages: AsyncIterable<PrintedReport>): Promise<PrintedReport> {
  let all: PrintedReport | undefined;
  for await (const page of pages) {
    all = all ? { ...all, rows: [...all.rows, ...page.rows], foot: page.foot } : page;
    if (all.rows.length > rowsOnPaper) throw new ReportTooLong(rowsOnPaper);
  }
  if (!all) throw new Error('A report has one page at least.');
  return all;
}

/** What a client asks for by name, or by the types it accepts; JSON unless it clearly wants a file. */
function formatIn(asked: FileFormat | 'json' | undefined, accept: string | undefined): FileFormat | 'json' {
  if (asked !== undefined) return asked;
  const wanted = (accept ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  const formats = Object.entries(fileTypes) as [FileFormat, string][];
  return formats.find(([, type]) => wanted.includes(type.split(';')[0]))?.[0] ?? 'json';
}

/** Figures as people read them, in lakh and crore; a balance says its side, a negative amount stands in brackets. */
function onPaper(report: PrintedReport): object {
  const { columns, rows } = report;
  return {
    ...report,
    nameColumn: columns.findIndex(({ label }) => label === 'Name'),
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => figure(cell, columns[index]?.kind ?? 'text')),
    })),
  };
}

function figure(cell: string, kind: CellKind): string {
  if (cell === '') return '';
  if (kind === 'date') return dayOnPaper(cell);
  return kind === 'amount' || kind === 'balance' ? amount(cell, kind) : cell;
}

function amount(cell: string, kind: 'amount' | 'balance'): string {
  const isNegative = cell.startsWith('-');
  const size = amountOnPaper(cell.replace('-', ''));
  if (kind === 'amount') return isNegative ? `(${size})` : size;
  if (/^0+(\.0+)?$/.test(cell)) return size;
  return `${size} ${isNegative ? 'Cr' : 'Dr'}`;
}
