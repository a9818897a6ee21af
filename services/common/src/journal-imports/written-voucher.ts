import { type DomainError, PlainDate } from '@dhanman/kernel';
import type { SheetColumn, SheetRow, SheetVoucher } from './journal-sheet.js';

export interface RowProblem {
  readonly row: number;
  readonly column: SheetColumn | null;
  readonly message: string;
}

/** The branches of the company: their ids by their codes. */
export type Branches = ReadonlyMap<string, string>;

/** What the rows of a voucher say, in the words of a journal; what cannot be read stays as it was written. */
export function writtenIn({ rows }: SheetVoucher, branches: Branches = new Map()) {
  const reverseOn = dayIn(headIn(rows, 'ReverseOn'));
  return {
    on: dayIn(headIn(rows, 'Date')),
    narration: headIn(rows, 'Narration'),
    ...(reverseOn !== '' && { reverseOn }),
    lines: rows.map(({ cells }) => ({
      account: cells.AccountNumber,
      ...{ side: cells.Credit === '' ? 'debit' : 'credit', amount: amountIn(cells.Debit || cells.Credit) },
      ...(cells.Memo !== '' && { narration: cells.Memo }),
      ...(cells.Branch !== '' && { branchId: branches.get(codeIn(cells.Branch)) ?? cells.Branch }),
      ...(cells.CostCentre !== '' && { costCentre: cells.CostCentre }),
      ...partyIn(cells),
    })),
  };
}

/** What the rows contradict each other in, or the books: no branch of the company is called so. */
export function contradictionsIn({ rows }: SheetVoucher, branches: Branches): readonly RowProblem[] {
  const sides = rows.flatMap(({ row, cells }): RowProblem[] => {
    if ((cells.Debit === '') !== (cells.Credit === '')) return [];
    return [{ row, column: 'Debit', message: 'Fill in either Debit or Credit.' }];
  });
  const heads = (['Date', 'Narration', 'ReverseOn'] as const).flatMap((column) => {
    const said = headIn(rows, column);
    const other = rows.filter(({ cells }) => cells[column] !== '' && cells[column] !== said);
    const message = `Another row of this voucher says "${said}": leave it empty here, or write the same.`;
    return other.map(({ row }) => ({ row, column, message }));
  });
  const strangers = rows.filter(({ cells: { Branch } }) => Branch !== '' && !branches.has(codeIn(Branch)));
  const unknown = strangers.map(({ row, cells }): RowProblem => {
    return { row, column: 'Branch', message: `This company has no branch with the code "${cells.Branch}".` };
  });
  return [...sides, ...heads, ...unknown];
}

/** Codes of branches are written in capitals. */
function codeIn(text: string): string {
  return text.toUpperCase();
}

/** Where in the sheet a complaint about the journal belongs. */
export function placed({ rows }: SheetVoucher, path: string, message: string): RowProblem {
  const [list, index, field = ''] = path.split('.');
  const line = list === 'lines' ? rows[Number(index)] : undefined;
  const row = (line ?? rows[0])?.row ?? 1;
  if (line) return { row, column: columnOfLine(field, line), message };
  return { row, column: columnsOfHead[path] ?? null, message };
}

export function problemOf(voucher: SheetVoucher, { field = '', message }: DomainError): RowProblem {
  return placed(voucher, field, message);
}

const columnsOfHead: Readonly<Record<string, SheetColumn>> = {
  ...{ on: 'Date', narration: 'Narration', reverseOn: 'ReverseOn' },
};

const columnsOfLines: Readonly<Record<string, SheetColumn>> = {
  ...{ account: 'AccountNumber', narration: 'Memo', costCentre: 'CostCentre', party: 'PartyId' },
  branchId: 'Branch',
};

function columnOfLine(field: string, { cells }: SheetRow): SheetColumn | null {
  if (field === 'amount') return cells.Credit === '' ? 'Debit' : 'Credit';
  return columnsOfLines[field] ?? null;
}

function headIn(rows: readonly SheetRow[], column: 'Date' | 'Narration' | 'ReverseOn'): string {
  return rows.map(({ cells }) => cells[column]).find((cell) => cell !== '') ?? '';
}

function partyIn({ PartyType, PartyId }: SheetRow['cells']) {
  if (PartyType === '' && PartyId === '') return {};
  return { party: { kind: PartyType.toLowerCase(), id: PartyId } };
}

/** Days as India writes them, 30-04-2026 or 30/04/2026, and as machines do. */
function dayIn(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return PlainDate.parse(iso).toString();
  } catch {
    return text;
  }
}

/** 1,25,000 and 125000.5 are amounts too; 12,50 is not, because nobody knows which one it is. */
function amountIn(text: string): string {
  if (!/^(\d{1,3}(,\d{2,3})*,\d{3}|\d+)(\.\d+)?$/.test(text)) return text;
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${decimals.padEnd(2, '0')}`;
}
