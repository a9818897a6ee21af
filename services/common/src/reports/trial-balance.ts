import { type Id, Money } from '@dhanman/kernel';
import { accountTree, sumOf } from './account-tree.js';
import { type Books, closing, type Turnover } from './balances.js';
import { accountRow, check, column, compared, comparison, row, type Statement } from './statement.js';

/** Every account with what it had, what was booked on it, and what it has. Debits are credits, or the books are wrong. */
export function trialBalance(books: Books): Statement {
  const zero = Money.zero(books.currency);
  const isCompared = books.compared !== undefined;
  const zeros = Array<Money>(isCompared ? 5 : 4).fill(zero);
  const nodes = accountTree(books.accounts, figures(books), { ...books, zero: zeros });
  const totals = sumOf(nodes, zeros);
  const [, debits = zero, credits = zero] = totals;
  return {
    name: 'trial-balance',
    columns: [
      column('opening', 'balance'),
      column('debit', 'amount'),
      column('credit', 'amount'),
      column('closing', 'balance'),
      ...comparison('balance', isCompared),
    ],
    rows: [
      ...nodes.map((node) => accountRow(node, cells(node.figures))),
      row('total', { caption: 'total' }, cells(totals)),
    ],
    checks: [check('debits-are-credits', debits, credits)],
  };
}

function cells([opening, debit, credit, end, before]: readonly Money[]) {
  const now = [opening ?? null, debit ?? null, credit ?? null, end ?? null];
  return end ? [...now, ...compared(end, before)] : now;
}

function figures({ currency, turnovers, compared: earlier }: Books): ReadonlyMap<Id, readonly Money[]> {
  const zero = Money.zero(currency);
  const now = new Map(turnovers.map((turnover) => [turnover.accountId, turnover]));
  const then = new Map(earlier?.map((turnover) => [turnover.accountId, closing(turnover)]));
  const measured = (accountId: Id): readonly Money[] => {
    const none: Turnover = { accountId, opening: zero, debit: zero, credit: zero };
    const turnover = now.get(accountId) ?? none;
    const { opening, debit, credit } = turnover;
    return [opening, debit, credit, closing(turnover), ...(earlier ? [then.get(accountId) ?? zero] : [])];
  };
  return new Map([...new Set([...now.keys(), ...then.keys()])].map((id) => [id, measured(id)]));
}
