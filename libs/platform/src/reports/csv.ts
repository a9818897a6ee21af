import type { PrintedReport } from './printed-report.js';

/** Spreadsheets on Windows take a file without it for another encoding, and Hindi names for noise. */
const byteOrderMark = '\uFEFF';

/** The report as comma-separated values of RFC 4180, line by line; a long one page by page. */
export async function* csvOf(pages: AsyncIterable<PrintedReport>): AsyncGenerator<string> {
  let last: PrintedReport | undefined;
  for await (const page of pages) {
    if (!last) yield* headLines(page);
    yield* rowLines(page);
    last = page;
  }
  for (const text of last?.foot ?? []) yield csvLine([text]);
}

function* headLines({ title, head, columns }: PrintedReport): Generator<string> {
  yield byteOrderMark + csvLine([title]);
  for (const text of head) yield csvLine([harmless(text)]);
  yield csvLine([]);
  // The label of a column may be the name of a company.
  yield csvLine(columns.map(({ label }) => harmless(label)));
}

function* rowLines({ columns, rows }: PrintedReport): Generator<string> {
  for (const { cells } of rows) {
    yield csvLine(cells.map((cell, index) => (columns[index]?.kind === 'text' ? harmless(cell) : cell)));
  }
}

/**
 * A spreadsheet runs a cell that begins like a formula, whoever wrote it: the name of an account may be the attack of
 * somebody else. An apostrophe makes text of it. Figures are ours and may begin with a minus.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One row of a file, with what is quoted where it has to be. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
