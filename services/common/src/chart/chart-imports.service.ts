import type { ChartImport, Sheet } from '@dhanman/contracts';
import { DomainError, newId } from '@dhanman/kernel';
import { type Actor, add, change, Database, PermissionMissing, rowsOfSheet } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from './account.js';
import { AccountTable } from './account.table.js';
import { CellWrong, changeIn, chartRowsIn, type ChartRow, newAccountIn } from './chart-sheet.js';
import { movedIn, patchedIn } from './chart.service.js';

const atMost = { timeoutMs: 20_000 };

type Outcome = ChartImport['accounts'][number]['outcome'];
type Chart = Map<string, Account>;

/** A preview is the import itself, taken back. */
class OnlyLooked extends Error {}

class ChartSheetRefused extends DomainError {
  constructor(problems: ChartImport['problems']) {
    const complaints = problems.map(({ row, column, message }) => ({
      path: `rows.${String(row)}${column === null ? '' : `.${column}`}`,
      code: 'cell-wrong',
      message,
    }));
    const what = `Nothing was imported: ${String(problems.length)} cells or rows are to be mended first.`;
    super('invalid', 'chart-sheet-refused', what, { complaints });
  }
}

/** Adds the accounts of a sheet and changes those that are there, by the rules of each: all of them or none. */
@Injectable()
export class ChartImportsService {
  constructor(private readonly db: Database) {}

  async preview(actor: Actor, sheet: Sheet): Promise<ChartImport> {
    const rows = chartRowsIn(await rowsOfSheet(sheet));
    let looked: ChartImport | undefined;
    const look = this.db.transaction(
      actor,
      async (tx) => {
        looked = await run(tx, actor, rows);
        throw new OnlyLooked();
      },
      atMost,
    );
    await look.catch((error: unknown) => {
      if (!(error instanceof OnlyLooked)) throw error;
    });
    if (!looked) throw new Error('A look that saw nothing.');
    return looked;
  }

  async import(actor: Actor, sheet: Sheet): Promise<ChartImport> {
    const rows = chartRowsIn(await rowsOfSheet(sheet));
    return this.db.transaction(
      actor,
      async (tx) => {
        const done = await run(tx, actor, rows);
        if (done.problems.length > 0) throw new ChartSheetRefused(done.problems);
        return done;
      },
      atMost,
    );
  }
}

/** Alone with the books: of two who import the same sheet, the second finds what the first has made. */
async function run(tx: EntityManager, actor: Actor, rows: readonly ChartRow[]): Promise<ChartImport> {
  const { organizationId } = actor;
  await tx.query('select touch_books($1, null)', [organizationId]);
  const chart: Chart = new Map(
    (await tx.findBy(AccountTable, { organizationId })).map((account) => [account.code, account]),
  );
  const accounts: ChartImport['accounts'] = [];
  const problems: ChartImport['problems'] = [];
  const seen = new Set<string>();
  for (const one of rows) {
    const { row, cells } = one;
    const said = { row, number: cells.Number, name: cells.Name || (chart.get(cells.Number)?.name ?? '') };
    try {
      accounts.push({ ...said, outcome: await outcomeOf(tx, { actor, chart, seen }, one) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      accounts.push({ ...said, outcome: 'refused' });
      problems.push({ row, column: columnOf(error), message: error.message });
    }
  }
  const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
  return { accounts: accounts.sort(byRow), problems: problems.sort(byRow) };
}

const columns: Readonly<Record<string, string>> = { parentId: 'Parent', isActive: 'InUse', code: 'Number' };

function columnOf({ field }: DomainError): string | null {
  return field === undefined ? null : (columns[field] ?? field);
}

interface Taken {
  readonly actor: Actor;
  readonly chart: Chart;
  readonly seen: Set<string>;
}

async function outcomeOf(tx: EntityManager, { actor, chart, seen }: Taken, row: ChartRow): Promise<Outcome> {
  const code = row.cells.Number;
  if (seen.has(code)) throw new CellWrong('Number', `The sheet has ${code} twice.`);
  seen.add(code);
  const parent = parentOf(row, chart);
  const here = chart.get(code);
  const next = here ? await changed(tx, row, here, parent) : await added(tx, actor, row, parent);
  chart.set(code, next);
  if (!here) return 'added';
  if (next.version === here.version) return 'same';
  mayChange(actor);
  return 'changed';
}

function parentOf({ cells: { Parent } }: ChartRow, chart: Chart): Account | undefined {
  if (Parent === '') return undefined;
  const parent = chart.get(Parent);
  if (!parent) throw new CellWrong('Parent', `There is no account ${Parent}.`);
  return parent;
}

/** Who may only add is told at the rows that would change something. */
function mayChange(actor: Actor): void {
  const permission = 'dhanman.common.account.update';
  if (!actor.may(permission)) throw new PermissionMissing(permission);
}

async function added(tx: EntityManager, { organizationId }: Actor, row: ChartRow, parent?: Account) {
  const identity = { organizationId, id: newId<'Account'>() };
  return add(tx, AccountTable, Account.create(identity, newAccountIn(row), parent));
}

async function changed(tx: EntityManager, row: ChartRow, here: Account, parent?: Account): Promise<Account> {
  const { organizationId, id } = here;
  const patch = changeIn(row, here);
  return change(tx, AccountTable, { organizationId, id }, async (account) => {
    const patched = await patchedIn(tx, account, patch);
    return parent && parent.id !== account.parentId ? movedIn(tx, patched, parent) : patched;
  });
}
