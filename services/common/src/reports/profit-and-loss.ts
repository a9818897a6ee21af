import type { AccountClass, ReportRow, RowCaption } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { accountTree, added, sumOf } from './account-tree.js';
import { type Books, figuresOf, movement, onSide, zerosOf } from './balances.js';
import {
  accountRow,
  column,
  compared,
  comparison,
  heading,
  percentOf,
  row,
  type Statement,
} from './statement.js';

/** What was earned, what was spent, and what is left. A society calls the same statement income and expenditure. */
export function profitAndLoss(books: Books): Statement {
  const columns = [
    column('amount', 'amount'),
    column('share', 'percent'),
    ...comparison('amount', books.compared !== undefined),
  ];
  const income = sectionOf(books, 'revenue');
  const expense = sectionOf(books, 'expense');
  const result = added(
    income.total,
    expense.total.map((money) => money.negate()),
  );
  const earned = income.total[0] ?? Money.zero(books.currency);
  const cells = ([now, before]: readonly Money[]) =>
    now ? [now, percentOf(now, earned), ...compared(now, before)] : [];
  const rowsOf = ({ of, nodes, total }: Section, caption: RowCaption): readonly ReportRow[] => [
    heading(of, columns),
    ...nodes.map((node) => accountRow(node, cells(node.figures), 1)),
    row('total', { caption }, cells(total)),
  ];
  return {
    name: 'profit-and-loss',
    columns,
    rows: [
      ...rowsOf(income, 'total-revenue'),
      ...rowsOf(expense, 'total-expense'),
      row('result', { caption: 'result' }, cells(result)),
    ],
    checks: [],
  };
}

type Section = ReturnType<typeof sectionOf>;

function sectionOf(books: Books, of: Extract<AccountClass, 'revenue' | 'expense'>) {
  const accounts = books.accounts.filter((account) => account.class === of);
  const side = of === 'revenue' ? 'credit' : 'debit';
  const figures = figuresOf(books, (turnover) => onSide(side, movement(turnover)));
  const zero = zerosOf(books);
  const nodes = accountTree(accounts, figures, { ...books, zero });
  return { of, nodes, total: sumOf(nodes, zero) };
}
