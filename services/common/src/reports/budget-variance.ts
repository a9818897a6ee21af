import type { ReportRow, RowCaption } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';
import { accountTree, added, type Figures, sumOf } from './account-tree.js';
import { type Books, movement, onSide } from './balances.js';
import { accountRow, column, heading, percentOf, row, type Statement } from './statement.js';

/** What was planned for each account; one that is not there has no plan. */
export type Planned = ReadonlyMap<Id, Money>;

type Kind = 'revenue' | 'expense';

/** What was planned in a company, and what was booked there. */
interface Plan {
  readonly planned: Planned;
  readonly turnovers: Books['turnovers'];
}

export interface CompanyPlan extends Plan {
  readonly id: Id;
  readonly name: string;
}

type Chart = Omit<Books, 'compared' | 'turnovers'>;

/**
 * What was planned, what it came to, and by how much it was missed: the plan less what happened, whatever the account. Less
 * spent and more earned is favourable.
 */
export function budgetVariance(
  { turnovers, ...chart }: Omit<Books, 'compared'>,
  planned: Planned,
): Statement {
  const section = (of: Kind) => sectionOf(chart, of, pairsOf(chart, of, { planned, turnovers }));
  return { name: 'budget-variance', ...statementOf(section, columns) };
}

/** The companies of an organization side by side, and the same of their sum. */
export function consolidatedBudgetVariance(chart: Chart, companies: readonly CompanyPlan[]): Statement {
  const ofEach = companies.flatMap(({ id, name }) =>
    (['budget', 'actual'] as const).map((one) => ({ ...column(one, 'amount', name), companyId: id })),
  );
  const section = (of: Kind) => {
    const pairs = companies.map((company) => pairsOf(chart, of, company));
    return sectionOf(chart, of, sideBySide(chart, pairs));
  };
  return { name: 'consolidated-budget-variance', ...statementOf(section, [...ofEach, ...columns]) };
}

const columns = [
  column('budget', 'amount'),
  column('actual', 'amount'),
  column('variance', 'amount'),
  column('variancePercent', 'percent'),
  column('verdict', 'verdict'),
];

function statementOf(
  section: (of: Kind) => Section,
  all: Statement['columns'],
): Pick<Statement, 'columns' | 'rows' | 'checks'> {
  const income = section('revenue');
  const expense = section('expense');
  const result = income.total.map((money, index) => money.subtract(expense.total[index] ?? money));
  const rows = [
    ...rowsOf(income, 'total-revenue', all),
    ...rowsOf(expense, 'total-expense', all),
    row('result', { caption: 'result' }, cells('revenue', result)),
  ];
  return { columns: all, rows, checks: [] };
}

/** Plan and actual of each account. */
function pairsOf({ currency, accounts }: Chart, of: Kind, { planned, turnovers }: Plan): Figures {
  const zero = Money.zero(currency);
  const actual = new Map(turnovers.map((turnover) => [turnover.accountId, turnover]));
  return new Map(
    accounts.map(({ id }) => {
      const turnover = actual.get(id);
      const came = turnover ? onSide(of === 'revenue' ? 'credit' : 'debit', movement(turnover)) : zero;
      return [id, [planned.get(id) ?? zero, came]] as const;
    }),
  );
}

/** Those of each company, and their sum at the end. */
function sideBySide({ currency, accounts }: Chart, companies: readonly Figures[]): Figures {
  const none = zeros(currency, 2);
  return new Map(
    accounts.map(({ id }) => {
      const pairs = companies.map((pair) => pair.get(id) ?? none);
      return [id, [...pairs.flat(), ...pairs.reduce(added, none)]] as const;
    }),
  );
}

function zeros(currency: string, count: number): readonly Money[] {
  return Array<Money>(count).fill(Money.zero(currency));
}

type Section = ReturnType<typeof sectionOf>;

function sectionOf({ currency, accounts, isZeroShown }: Chart, of: Kind, figures: Figures) {
  const [width = 2] = [...figures.values()].map(({ length }) => length);
  const zero = zeros(currency, width);
  const ofKind = accounts.filter((account) => account.class === of);
  const nodes = accountTree(ofKind, figures, { zero, isZeroShown: isZeroShown === true });
  return { of, nodes, total: sumOf(nodes, zero) };
}

function rowsOf(
  { of, nodes, total }: Section,
  caption: RowCaption,
  all: Statement['columns'],
): readonly ReportRow[] {
  return [
    heading(of, all),
    ...nodes.map((node) => accountRow(node, cells(of, node.figures), 1)),
    row('total', { caption }, cells(of, total)),
  ];
}

/** The last two are what is judged; those before them stand for themselves. */
function cells(kind: Kind, figures: readonly Money[]) {
  const [budget, actual] = figures.slice(-2);
  if (!budget || !actual) return [];
  const variance = budget.subtract(actual);
  return [...figures, variance, percentOf(variance, budget), verdictOf(kind, variance)];
}

function verdictOf(kind: Kind, variance: Money): string | null {
  if (variance.isZero) return null;
  return variance.isNegative === (kind === 'revenue') ? 'favourable' : 'unfavourable';
}
