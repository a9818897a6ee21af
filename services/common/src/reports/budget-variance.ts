import type { ReportRow, RowCaption } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';
import { accountTree, sumOf } from './account-tree.js';
import { type Books, movement, onSide } from './balances.js';
import { accountRow, column, heading, percentOf, row, type Statement } from './statement.js';

/** What was planned for each account; one that is not there has no plan. */
export type Planned = ReadonlyMap<Id, Money>;

type Kind = 'revenue' | 'expense';

/**
 * What was planned, what it came to, and by how much it was missed: the plan less what happened, whatever the account. Less
 * spent and more earned is favourable.
 */
export function budgetVariance(books: Omit<Books, 'compared'>, planned: Planned): Statement {
  const income = sectionOf(books, planned, 'revenue');
  const expense = sectionOf(books, planned, 'expense');
  const result = income.total.map((money, index) => money.subtract(expense.total[index] ?? money));
  return {
    name: 'budget-variance',
    columns,
    rows: [
      ...rowsOf(income, 'total-revenue'),
      ...rowsOf(expense, 'total-expense'),
      row('result', { caption: 'result' }, cells('revenue', result)),
    ],
    checks: [],
  };
}

const columns = [
  column('budget', 'amount'),
  column('actual', 'amount'),
  column('variance', 'amount'),
  column('variancePercent', 'percent'),
  column('verdict', 'verdict'),
];

type Section = ReturnType<typeof sectionOf>;

function sectionOf({ currency, accounts, turnovers, isZeroShown }: Books, planned: Planned, of: Kind) {
  const zero = Money.zero(currency);
  const actual = new Map(turnovers.map((turnover) => [turnover.accountId, turnover]));
  const figures = new Map(
    accounts.map(({ id }) => {
      const turnover = actual.get(id);
      const came = turnover ? onSide(of === 'revenue' ? 'credit' : 'debit', movement(turnover)) : zero;
      return [id, [planned.get(id) ?? zero, came]] as const;
    }),
  );
  const ofKind = accounts.filter((account) => account.class === of);
  const nodes = accountTree(ofKind, figures, { zero: [zero, zero], isZeroShown: isZeroShown === true });
  return { of, nodes, total: sumOf(nodes, [zero, zero]) };
}

function rowsOf({ of, nodes, total }: Section, caption: RowCaption): readonly ReportRow[] {
  return [
    heading(of, columns),
    ...nodes.map((node) => accountRow(node, cells(of, node.figures), 1)),
    row('total', { caption }, cells(of, total)),
  ];
}

function cells(kind: Kind, [budget, actual]: readonly Money[]) {
  if (!budget || !actual) return [];
  const variance = budget.subtract(actual);
  return [budget, actual, variance, percentOf(variance, budget), verdictOf(kind, variance)];
}

function verdictOf(kind: Kind, variance: Money): string | null {
  if (variance.isZero) return null;
  return variance.isNegative === (kind === 'revenue') ? 'favourable' : 'unfavourable';
}
