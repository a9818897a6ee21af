import type { ReportColumn, ReportName, ReportRow } from '@dhanman/contracts';
import type { Id, Money } from '@dhanman/kernel';
import { check, column, row, type Statement } from './statement.js';

/** A line of the journal as the ledger of its account tells it. */
export interface LedgerLine {
  readonly entryId: Id;
  readonly on: string;
  readonly entry: string;
  /** The kind of document it came from. */
  readonly document: string;
  readonly narration: string;
  /** What stands on the other side of the entry. */
  readonly counterAccount: string;
  readonly accountId: Id;
  readonly partyId: Id | null;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
}

export interface LedgerPage {
  readonly name: Extract<ReportName, 'account-ledger' | 'general-ledger' | 'party-ledger' | 'bank-book'>;
  /** Debit less credit of everything before the first line. */
  readonly opening: Money;
  readonly lines: readonly LedgerLine[];
  /** Only on the first page is the opening balance that of the period. */
  readonly isFirst: boolean;
  /** What the balances say there is at the end; absent while more lines follow. */
  readonly closing?: Money | undefined;
  /** The side on which the owner of the ledger grows stands first. */
  readonly creditFirst?: boolean;
}

/** One account or party, line by line, with the balance after each. */
export function ledgerStatement(page: LedgerPage): Statement {
  const columns = columnsOf(page);
  const blank = columns.map(() => null).slice(1);
  const rows: ReportRow[] = page.isFirst
    ? [row('balance', { caption: 'opening' }, [...blank, page.opening])]
    : [];
  let balance = page.opening;
  for (const line of page.lines) {
    balance = line.side === 'debit' ? balance.add(line.amount) : balance.subtract(line.amount);
    rows.push(lineRow(page, line, balance));
  }
  if (!page.closing) return { name: page.name, columns, rows, checks: [] };
  rows.push(row('total', { caption: 'closing' }, [...blank, balance]));
  return { name: page.name, columns, rows, checks: [check('closing-is-balance', balance, page.closing)] };
}

function lineRow(page: LedgerPage, line: LedgerLine, balance: Money): ReportRow {
  const { entryId, accountId, partyId, on, entry, document, narration, counterAccount } = line;
  const sides = [sideCell(line, 'debit'), sideCell(line, 'credit')];
  if (page.creditFirst) sides.reverse();
  const cells = [on, entry, document, narration, counterAccount, ...sides, balance];
  return row('entry', { entryId, accountId, partyId }, cells);
}

function sideCell({ side, amount }: LedgerLine, wanted: LedgerLine['side']): Money | null {
  return side === wanted ? amount : null;
}

function columnsOf({ name, creditFirst }: LedgerPage): ReportColumn[] {
  const isCash = name === 'bank-book';
  const sides = [
    column(isCash ? 'receipts' : 'debit', 'amount'),
    column(isCash ? 'payments' : 'credit', 'amount'),
  ];
  if (creditFirst) sides.reverse();
  const what = (['entry', 'document', 'narration', 'counterAccount'] as const).map((one) =>
    column(one, 'text'),
  );
  return [column('date', 'date'), ...what, ...sides, column('balance', 'balance')];
}
