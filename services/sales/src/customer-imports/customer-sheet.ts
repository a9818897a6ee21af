import { CreateCustomer, type CustomerImport } from '@dhanman/contracts';
import { DomainError, sheetIn, type SheetRow, type TextRow } from '@dhanman/kernel';
import { Customer } from '../customers/customer.js';

export const customerColumns = [
  'Name',
  'Code',
  'GSTIN',
  'Standing',
  'StateCode',
  'Address',
  'Email',
  'Phone',
] as const;

type Column = (typeof customerColumns)[number];
type Row = SheetRow<Column>;
type Problem = CustomerImport['problems'][number];
type Identity = Parameters<typeof Customer.create>[0];

/** A row, and the customer it describes unless something in it is wrong. */
export interface Judged {
  readonly sheet: Row;
  readonly customer?: Customer;
  readonly problems: readonly Problem[];
}

export function customerRowsIn(sheet: string | readonly TextRow[]): readonly Row[] {
  return sheetIn(sheet, { columns: customerColumns, needed: ['Name'], mostRows: 2_000 });
}

/** Rows that describe the same customer are one mistake, and the second of them is refused. */
export function judgedAll(rows: readonly Row[], identity: () => Identity): readonly Judged[] {
  const first = new Map<string, number>();
  return rows.map((sheet) => {
    const judged = judgedRow(sheet, identity());
    const { customer } = judged;
    if (!customer) return judged;
    const same = marksOf(customer).map((mark) => first.get(mark));
    const before = same.find((row) => row !== undefined);
    if (before !== undefined) return { sheet, problems: [about(sheet, null, sameAs(before))] };
    for (const mark of marksOf(customer)) first.set(mark, sheet.row);
    return judged;
  });
}

/** What tells a customer from others: code and GSTIN; of those who have neither, the name. */
export function marksOf({ code, gstin, name }: Pick<Customer, 'code' | 'gstin' | 'name'>): readonly string[] {
  const marks = [code !== null && `code ${code}`, gstin !== null && `gstin ${gstin}`];
  const known = marks.filter((mark) => mark !== false);
  return known.length > 0 ? known : [`name ${name.toLowerCase()}`];
}

function sameAs(row: number): string {
  return `This is the customer of row ${String(row)} again: leave one of them out.`;
}

function judgedRow(sheet: Row, identity: Identity): Judged {
  const parsed = CreateCustomer.safeParse(detailsIn(sheet));
  if (!parsed.success) {
    // Of one cell the first complaint is enough.
    const byField = new Map(parsed.error.issues.toReversed().map((issue) => [issue.path[0], issue.message]));
    const problems = [...byField].map(([field, message]) => about(sheet, columnOf(field), message));
    return { sheet, problems: problems.toReversed() };
  }
  try {
    return { sheet, customer: Customer.create(identity, parsed.data), problems: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { sheet, problems: [about(sheet, columnOf(error.field), error.message)] };
  }
}

function about({ row }: Row, column: Column | null, message: string): Problem {
  return { row, column, message };
}

const fields: Readonly<Record<Column, keyof CreateCustomer>> = {
  ...{ Name: 'name', Code: 'code', GSTIN: 'gstin', Standing: 'standing', StateCode: 'stateCode' },
  ...{ Address: 'address', Email: 'email', Phone: 'phone' },
};

function columnOf(field: PropertyKey | undefined): Column | null {
  return customerColumns.find((column) => fields[column] === field) ?? null;
}

/** Spreadsheets drop the zero of a state and the plus of a number; people write spaces where none belong. */
const tidied: Readonly<Partial<Record<Column, (cell: string) => string>>> = {
  Code: (cell) => cell.toUpperCase(),
  GSTIN: (cell) => cell.toUpperCase().replaceAll(/\s/g, ''),
  Standing: (cell) => cell.toLowerCase(),
  StateCode: (cell) => cell.padStart(2, '0'),
  Phone: international,
};

function international(cell: string): string {
  const digits = cell.replaceAll(/[\s()-]/g, '');
  if (/^[6-9][0-9]{9}$/.test(digits)) return `+91${digits}`;
  return /^91[6-9][0-9]{9}$/.test(digits) ? `+${digits}` : digits;
}

function detailsIn({ cells }: Row): object {
  const filled = customerColumns.filter((column) => column === 'Name' || cells[column] !== '');
  return Object.fromEntries(
    filled.map((column) => [fields[column], tidied[column]?.(cells[column]) ?? cells[column]]),
  );
}
