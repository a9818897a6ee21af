import { SheetUnreadable } from './sheet-unreadable.js';

/** A row as a spreadsheet counts them: a line break inside quotes does not begin another. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const quotedCell = /"([^"]*(?:""[^"]*)*)"/y;
const lineBreak = /\r\n|\n|\r/y;

/** The rows of RFC 4180; which character separates the cells, the first line says. */
export function rowsIn(text: string): readonly TextRow[] {
  const body = text.replace(/^\uFEFF/, '');
  const separator = separatorIn(body);
  const plainCell = new RegExp(`[^"\\r\\n${separator}]*`, 'y');
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < body.length || cells.length > 0) {
    const row = rows.length + 1;
    const [taken, cell] = cellAt(body, at, plainCell, row);
    cells.push(cell);
    at += taken;
    if (body[at] === separator) {
      at += 1;
      continue;
    }
    const ended = matched(lineBreak, body, at);
    if (ended === undefined && at < body.length) throw new SheetUnreadable(strayQuote(row));
    at += ended?.length ?? 0;
    rows.push({ row, cells });
    cells = [];
  }
  return rows.filter((one) => one.cells.some((cell) => cell !== ''));
}

function separatorIn(body: string): string {
  const [first = ''] = body.split(/[\r\n]/, 1);
  return ['\t', ';'].find((one) => first.includes(one)) ?? ',';
}

function cellAt(body: string, at: number, plainCell: RegExp, row: number): readonly [number, string] {
  if (body[at] !== '"') {
    const plain = matched(plainCell, body, at) ?? '';
    return [plain.length, plain.trim()];
  }
  const quoted = matched(quotedCell, body, at);
  if (quoted === undefined) throw new SheetUnreadable(strayQuote(row));
  return [quoted.length, quoted.slice(1, -1).replaceAll('""', '"').trim()];
}

function matched(pattern: RegExp, body: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(body)?.[0];
}

function strayQuote(row: number): string {
  return (
    `Row ${String(row)} has a quotation mark without its partner: ` +
    'quote the whole cell, and write a mark inside it twice.'
  );
}
