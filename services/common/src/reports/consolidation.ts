import type { AccountRole } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';
import { accountTree, type ReportAccount, sumOf } from './account-tree.js';
import { closing, type Turnover } from './balances.js';
import { accountRow, check, column, row, type Statement } from './statement.js';

export interface CompanyBooks {
  readonly id: Id;
  readonly name: string;
  readonly turnovers: readonly Turnover[];
}

interface Group {
  readonly currency: string;
  /** The one chart of the organization. */
  readonly accounts: readonly ReportAccount[];
  readonly companies: readonly CompanyBooks[];
}

/** What companies of the organization owe each other is nobody's claim on the world outside. */
const betweenCompanies = new Set<AccountRole>(['intercompany-receivable', 'intercompany-payable']);

/** The companies of an organization side by side, what they owe each other taken out, and the whole. */
export function consolidatedTrialBalance(group: Group): Statement {
  const { accounts, companies } = group;
  const zero = Money.zero(group.currency);
  const zeros = Array<Money>(companies.length + 2).fill(zero);
  const nodes = accountTree(accounts, figures(group), { zero: zeros });
  const totals = sumOf(nodes, zeros);
  const eliminated = totals.at(-2) ?? zero;
  return {
    name: 'consolidated-trial-balance',
    columns: [
      ...companies.map(({ name }) => column('company', 'balance', name)),
      column('elimination', 'balance'),
      column('total', 'balance'),
    ],
    rows: [
      ...nodes.map((node) => accountRow(node, node.figures)),
      row('total', { caption: 'total' }, totals),
    ],
    checks: [
      check('debits-are-credits', totals.at(-1) ?? zero, zero),
      check('eliminations-are-zero', eliminated, zero),
    ],
  };
}

function figures({ currency, accounts, companies }: Group): ReadonlyMap<Id, readonly Money[]> {
  const balances = companies.map(
    ({ turnovers }) => new Map(turnovers.map((turnover) => [turnover.accountId, closing(turnover)])),
  );
  const internal = internalAccounts(accounts);
  return new Map(
    accounts.map(({ id }) => {
      const each = balances.map((balance) => balance.get(id) ?? Money.zero(currency));
      const whole = Money.sum(each, currency);
      const elimination = internal.has(id) ? whole.negate() : Money.zero(currency);
      return [id, [...each, elimination, whole.add(elimination)]];
    }),
  );
}

/** The accounts with such a role and all below them, one for each other company. */
function internalAccounts(accounts: readonly ReportAccount[]): ReadonlySet<Id> {
  const parents = new Map(accounts.map(({ id, parentId }) => [id, parentId]));
  const marked = new Set(
    accounts.filter(({ role }) => role !== null && betweenCompanies.has(role)).map(({ id }) => id),
  );
  const isInternal = (id: Id | null): boolean =>
    id !== null && (marked.has(id) || isInternal(parents.get(id) ?? null));
  return new Set(accounts.map(({ id }) => id).filter(isInternal));
}
