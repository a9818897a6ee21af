import type { AccountClass, ReportRow, RowCaption } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { accountTree, added, sumOf } from './account-tree.js';
import { type Books, closing, figuresOf, onSide, resultOf, zerosOf } from './balances.js';
import {
  accountRow,
  check,
  column,
  compared,
  comparison,
  heading,
  row,
  type Statement,
} from './statement.js';

/**
 * What there is, and whose it is. The result of the year, which no account holds until the year is closed, stands in the
 * equity on lines of its own: without them the two sides would differ on every day but one.
 */
export function balanceSheet(books: Books): Statement {
  const columns = [column('amount', 'amount'), ...comparison('amount', books.compared !== undefined)];
  const [assets, liabilities, equity] = (['asset', 'liability', 'equity'] as const).map((of) =>
    sectionOf(books, of),
  );
  if (!assets || !liabilities || !equity) return { name: 'balance-sheet', columns, rows: [], checks: [] };
  // No closed year has carried these into the equity yet.
  const current = resultOf(books);
  const earlier = resultOf(books, ({ opening }) => opening);
  const owned = [current, earlier].reduce(added, equity.total);
  const owed = added(liabilities.total, owned);
  const results = [
    ...(earlier.every(({ isZero }) => isZero) ? [] : [row('result', own('earlier-result'), cells(earlier))]),
    row('result', own('current-result'), cells(current)),
  ];
  const zero = Money.zero(books.currency);
  return {
    name: 'balance-sheet',
    columns,
    rows: [
      heading('assets', columns),
      ...linesOf(assets),
      row('total', { caption: 'total-assets' }, cells(assets.total)),
      heading('liabilities', columns),
      ...linesOf(liabilities),
      row('total', { caption: 'total-liabilities' }, cells(liabilities.total)),
      heading('equity', columns),
      ...linesOf(equity),
      ...results,
      row('total', { caption: 'total-equity' }, cells(owned)),
      row('total', { caption: 'total-liabilities-and-equity' }, cells(owed)),
    ],
    checks: [check('assets-are-liabilities-and-equity', assets.total[0] ?? zero, owed[0] ?? zero)],
  };
}

type Section = ReturnType<typeof sectionOf>;

function sectionOf(books: Books, of: Exclude<AccountClass, 'revenue' | 'expense'>) {
  const accounts = books.accounts.filter((account) => account.class === of);
  const side = of === 'asset' ? 'debit' : 'credit';
  const zero = zerosOf(books);
  const nodes = accountTree(
    accounts,
    figuresOf(books, (turnover) => onSide(side, closing(turnover))),
    { ...books, zero },
  );
  return { nodes, total: sumOf(nodes, zero) };
}

function linesOf({ nodes }: Section): readonly ReportRow[] {
  return nodes.map((node) => accountRow(node, cells(node.figures), 1));
}

function own(caption: RowCaption) {
  return { caption, level: 1 };
}

function cells([now, before]: readonly Money[]) {
  return now ? [now, ...compared(now, before)] : [];
}
