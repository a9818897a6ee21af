import { sheetIn, type SheetRow as Row, SheetUnreadable, type TextRow } from '@dhanman/kernel';

const needed = ['VoucherNo', 'Date', 'AccountNumber', 'Debit', 'Credit', 'Narration'] as const;
const others = ['Memo', 'PartyType', 'PartyId', 'Branch', 'CostCentre', 'ReverseOn'] as const;
export const journalColumns = [...needed, ...others] as const;

export type SheetColumn = (typeof journalColumns)[number];
export type SheetRow = Row<SheetColumn>;

export interface SheetVoucher {
  readonly voucher: string;
  readonly rows: readonly SheetRow[];
}

/** The rows of a sheet by their vouchers, in the order in which these begin. */
export function vouchersIn(sheet: string | readonly TextRow[]): readonly SheetVoucher[] {
  const rows = sheetIn(sheet, { columns: journalColumns, needed, mostRows: 5_000 });
  const nameless = rows.find(({ cells }) => cells.VoucherNo === '');
  if (nameless) throw new SheetUnreadable(`Row ${String(nameless.row)} has no VoucherNo.`);
  const byVoucher = Map.groupBy(rows, ({ cells }) => cells.VoucherNo);
  return [...byVoucher].map(([voucher, of]) => ({ voucher, rows: of }));
}
