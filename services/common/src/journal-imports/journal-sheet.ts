import { SheetUnreadable } from './journal-import-errors.js';
import { rowsIn, type TextRow } from './separated-text.js';

const needed = ['VoucherNo', 'Date', 'AccountNumber', 'Debit', 'Credit', 'Narration'] as const;
const possible = [...needed, 'Memo', 'PartyType', 'PartyId', 'CostCentre', 'ReverseOn'] as const;

export type SheetColumn = (typeof possible)[number];

export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<SheetColumn, string>>;
}

export interface SheetVoucher {
  readonly voucher: string;
  readonly rows: readonly SheetRow[];
}

const mostRows = 5_000;

/** The rows of a sheet by their vouchers, in the order in which these begin. */
export function vouchersIn(text: string): readonly SheetVoucher[] {
  const [head, ...rest] = rowsIn(text);
  if (!head || rest.length === 0)
    throw new SheetUnreadable('There are no rows below the names of the columns.');
  if (rest.length > mostRows)
    throw new SheetUnreadable(
      `It has ${String(rest.length)} rows: import at most ${String(mostRows)} at once.`,
    );
  const columns = columnsIn(head);
  const rows = rest.map((one) => sheetRow(one, columns));
  const nameless = rows.find(({ cells }) => cells.VoucherNo === '');
  if (nameless) throw new SheetUnreadable(`Row ${String(nameless.row)} has no VoucherNo.`);
  const byVoucher = Map.groupBy(rows, ({ cells }) => cells.VoucherNo);
  return [...byVoucher].map(([voucher, of]) => ({ voucher, rows: of }));
}

function columnsIn({ cells }: TextRow): readonly SheetColumn[] {
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

function sheetRow({ row, cells }: TextRow, columns: readonly SheetColumn[]): SheetRow {
  if (cells.length > columns.length)
    throw new SheetUnreadable(
      `Row ${String(row)} has more cells than there are columns: quote a cell that contains the separator.`,
    );
  const empty = Object.fromEntries(possible.map((one) => [one, '']));
  const filled = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  return { row, cells: { ...empty, ...filled } as Record<SheetColumn, string> };
}
