import type { CashFlowCategory, CreateAccount, PatchAccount } from '@dhanman/contracts';
import { DomainError, sheetIn, type SheetRow, type TextRow } from '@dhanman/kernel';
import { type Account, normalSideOf } from './account.js';

export const chartColumns = [
  ...(['Number', 'Name', 'Parent', 'TakesLines', 'Contra', 'Party', 'CashFlow', 'Role', 'InUse'] as const),
];
export type ChartColumn = (typeof chartColumns)[number];

export type ChartRow = SheetRow<ChartColumn>;

export class CellWrong extends DomainError {
  constructor(column: ChartColumn, what: string) {
    super('invalid', 'cell-wrong', what, { field: column });
  }
}

/** The rows of a sheet, parents before what stands below them, whatever order they were written in. */
export function chartRowsIn(sheet: readonly TextRow[]): readonly ChartRow[] {
  return parentsFirst(sheetIn(sheet, { columns: chartColumns, needed: ['Number', 'Name'], mostRows: 1_000 }));
}

function parentsFirst(rows: readonly ChartRow[]): readonly ChartRow[] {
  const byNumber = new Map(rows.map((one) => [one.cells.Number, one]));
  const ordered = new Set<ChartRow>();
  const place = (one: ChartRow, below: ReadonlySet<ChartRow>): void => {
    const parent = byNumber.get(one.cells.Parent);
    if (parent && !ordered.has(parent) && !below.has(parent)) place(parent, new Set([...below, parent]));
    ordered.add(one);
  };
  for (const one of rows) place(one, new Set([one]));
  return [...ordered];
}

/** What a row says of a new account; its parent is for the books to find. */
export function newAccountIn({ cells }: ChartRow): Omit<CreateAccount, 'parentId'> {
  if (!/^[1-5][0-9]{2,9}$/.test(cells.Number))
    throw new CellWrong('Number', 'A number has 3 to 10 digits, the first from 1 (assets) to 5 (expenses).');
  if (cells.Role !== '')
    throw new CellWrong(
      'Role',
      'An import gives no roles: add the account, and give it the role afterwards.',
    );
  if (yesOrNo(cells, 'InUse') === false) throw new CellWrong('InUse', 'A new account is in use.');
  const { name = '', isPostable, partyKind, cashFlow } = patchIn({ cells });
  if (name === '') throw new CellWrong('Name', 'A new account has a name.');
  const isContra = yesOrNo(cells, 'Contra');
  return { code: cells.Number, name, isPostable, partyKind, cashFlow, isContra };
}

/** What a row changes of an account; an empty cell says nothing. */
export function changeIn(row: ChartRow, account: Account): PatchAccount {
  const { cells } = row;
  if (cells.Role !== '' && cells.Role !== account.role)
    throw new CellWrong(
      'Role',
      `An import gives and takes no roles; this account has ${account.role ?? 'none'}.`,
    );
  const isContra = account.normalSide !== normalSideOf(account.class);
  if ((yesOrNo(cells, 'Contra') ?? isContra) !== isContra)
    throw new CellWrong(
      'Contra',
      'The side on which an account increases stays as it is: add another account.',
    );
  return { ...patchIn(row), isActive: yesOrNo(cells, 'InUse') };
}

function patchIn({ cells }: Pick<ChartRow, 'cells'>): PatchAccount {
  if (cells.Name.length > 200) throw new CellWrong('Name', 'A name has 200 characters at most.');
  return {
    name: cells.Name === '' ? undefined : cells.Name,
    isPostable: yesOrNo(cells, 'TakesLines'),
    partyKind: oneOf(cells, 'Party', ['none', 'customer', 'vendor', 'employee'] as const),
    cashFlow: oneOf<CashFlowCategory>(cells, 'CashFlow', ['cash', 'operating', 'investing', 'financing']),
  };
}

function yesOrNo(cells: ChartRow['cells'], column: ChartColumn): boolean | undefined {
  const said = oneOf(cells, column, ['yes', 'no']);
  return said === undefined ? undefined : said === 'yes';
}

function oneOf<Word extends string>(
  cells: ChartRow['cells'],
  column: ChartColumn,
  words: readonly Word[],
): Word | undefined {
  const cell = cells[column].toLowerCase();
  if (cell === '') return undefined;
  const found = words.find((one) => one === cell);
  if (found === undefined) throw new CellWrong(column, `${cells[column]} is none of ${words.join(', ')}.`);
  return found;
}

/** The chart as it can be imported again, with nothing changed by it. */
export function sheetOf(accounts: readonly Account[]): readonly (readonly string[])[] {
  const codes = new Map(accounts.map(({ id, code }) => [id, code]));
  const word = (is: boolean) => (is ? 'yes' : 'no');
  const rows = accounts.map((one) => [
    ...[one.code, one.name, (one.parentId && codes.get(one.parentId)) ?? '', word(one.isPostable)],
    ...[word(one.normalSide !== normalSideOf(one.class)), one.partyKind, one.cashFlow, one.role ?? ''],
    word(one.isActive),
  ]);
  return [chartColumns, ...rows];
}
