import { rowsIn, type TextRow } from './separated-text.js';
import { SheetUnreadable } from './sheet-unreadable.js';

/** Which columns there may be, and how much is taken at once. */
export interface SheetShape<Column extends string> {
  readonly columns: readonly Column[];
  readonly needed: readonly Column[];
  readonly mostRows: number;
}

/** A row by the names of its columns; a column that is not there is empty. */
export interface SheetRow<Column extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/**
 * What a spreadsheet writes or somebody copies out of one, or the rows that were read of it: the names of the columns,
 * and the rows below them.
 */
export function sheetIn<Column extends string>(
  sheet: string | readonly TextRow[],
  shape: SheetShape<Column>,
): readonly SheetRow<Column>[] {
  const [head, ...rest] = typeof sheet === 'string' ? rowsIn(sheet) : sheet;
  if (!head || rest.length === 0)
    throw new SheetUnreadable('There are no rows below the names of the columns.');
  const { mostRows } = shape;
  if (rest.length > mostRows)
    throw new SheetUnreadable(
      `It has ${String(rest.length)} rows: import at most ${String(mostRows)} at once.`,
    );
  const columns = columnsIn(head, shape);
  return rest.map((one) => rowIn(one, columns, shape));
}

function columnsIn<Column extends string>(
  { cells }: TextRow,
  { columns: possible, needed }: SheetShape<Column>,
): readonly Column[] {
  const found = cells.map((name) => possible.find((one) => plain(one) === plain(name)));
  const foreign = cells.filter((_, index) => found[index] === undefined);
  if (foreign.length > 0)
    throw new SheetUnreadable(
      `The first row names columns that are not known: ${foreign.join(', ')}. Known are ${possible.join(', ')}.`,
    );
  const columns = found.filter((one) => one !== undefined);
  const missing = needed.filter((one) => !columns.includes(one));
  if (missing.length > 0) throw new SheetUnreadable(`The first row lacks the columns ${missing.join(', ')}.`);
  const twice = columns.find((one, index) => columns.indexOf(one) < index);
  if (twice !== undefined) throw new SheetUnreadable(`The first row names the column ${twice} twice.`);
  return columns;
}

/** People write "Voucher No." and "voucherno". */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function rowIn<Column extends string>(
  { row, cells }: TextRow,
  columns: readonly Column[],
  { columns: possible }: SheetShape<Column>,
): SheetRow<Column> {
  if (cells.length > columns.length)
    throw new SheetUnreadable(
      `Row ${String(row)} has more cells than there are columns: quote a cell that contains the separator.`,
    );
  const empty = Object.fromEntries(possible.map((one) => [one, '']));
  const filled = Object.fromEntries(columns.map((column, index) => [column, unharmed(cells[index] ?? '')]));
  return { row, cells: { ...empty, ...filled } as Record<Column, string> };
}

/** Without the apostrophe that an export puts before what a spreadsheet would run. */
function unharmed(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
