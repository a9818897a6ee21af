import type { ReportRow, RowCaption } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { accountTree, added, type AccountType, sumOf } from './account-tree.js';
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
  const income = sectionOf(books, 'income');
  const expense = sectionOf(books, 'expense');
  const result = added(
    income.total,
    expense.total.map((money) => money.negate()),
  );
  const earned = income.total[0] ?? Money.zero(books.currency);
  const cells = ([now, before]: readonly Money[]) =>
    now ? [now, percentOf(now, earned), ...compared(now, before)] : [];
  const rowsOf = ({ type, nodes, total }: Section, caption: RowCaption): readonly ReportRow[] => [
    heading(type, columns),
    ...nodes.map((node) => accountRow(node, cells(node.figures), 1)),
    row('total', { caption }, cells(total)),
  ];
  return {
    name: 'profit-and-loss',
    columns,
    rows: [
      ...rowsOf(income, 'total-income'),
      ...rowsOf(expense, 'total-expense'),
      row('result', { caption: 'result' }, cells(result)),
    ],
    checks: [],
  };
}

type Section = ReturnType<typeof sectionOf>;

function sectionOf(books: Books, type: Extract<AccountType, 'income' | 'expense'>) {
  const accounts = books.accounts.filter((account) => account.type === type);
  const side = type === 'income' ? 'credit' : 'debit';
  const figures = figuresOf(books, (turnover) => onSide(side, movement(turnover)));
  const zero = zerosOf(books);
  const nodes = accountTree(accounts, figures, { ...books, zero });
  return { type, nodes, total: sumOf(nodes, zero) };
}
