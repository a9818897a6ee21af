import type { CashFlowCategory, ReportRow, RowCaption } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { accountTree, added, type ReportAccount, sumOf } from './account-tree.js';
import {
  type Books,
  closing,
  figuresOf,
  isOfResult,
  movement,
  onSide,
  resultOf,
  totalOf,
  type Turnover,
  zerosOf,
} from './balances.js';
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

type Activity = Exclude<CashFlowCategory, 'cash'>;

/**
 * Why the cash is what it is, by the indirect method: the result, less what was earned or spent without money moving, and
 * what was invested and raised. It ends with the balance of the cash accounts, or an account stands under no activity.
 */
export function cashFlow(books: Books): Statement {
  const columns = [column('amount', 'amount'), ...comparison('amount', books.compared !== undefined)];
  const activities = (['operating', 'investing', 'financing'] as const).map((one) => activityOf(books, one));
  const change = activities.map(({ total }) => total).reduce(added, zerosOf(books));
  const [opening, end] = [cash(books, ({ opening: before }) => before), cash(books, closing)];
  const zero = Money.zero(books.currency);
  const reached = added(opening, change);
  return {
    name: 'cash-flow',
    columns,
    rows: [
      ...activities.flatMap(({ caption, lines, total }) => [
        heading(caption, columns),
        ...lines,
        row('total', { caption: `net-${caption}` }, cells(total)),
      ]),
      row('total', { caption: 'net-change' }, cells(change)),
      row('balance', { caption: 'cash-opening' }, cells(opening)),
      row('total', { caption: 'cash-closing' }, cells(reached)),
    ],
    checks: [check('cash-is-cash-book', reached[0] ?? zero, end[0] ?? zero)],
  };
}

function activityOf(books: Books, activity: Activity) {
  const accounts = books.accounts.filter((account) => activityFor(account) === activity);
  const zero = zerosOf(books);
  // Money came in where an account was credited: a debt grew, stock was sold, a deposit was taken.
  const figures = figuresOf(books, (turnover) => onSide('credit', movement(turnover)));
  const nodes = accountTree(accounts, figures, { ...books, zero });
  const result = activity === 'operating' ? resultOf(books) : zero;
  const resultRow: readonly ReportRow[] =
    activity === 'operating' ? [row('result', { caption: 'result', level: 1 }, cells(result))] : [];
  const lines = [...resultRow, ...nodes.map((node) => accountRow(node, cells(node.figures), 1))];
  return { caption: activity satisfies RowCaption, lines, total: added(sumOf(nodes, zero), result) };
}

/** Accumulated depreciation and the like are added back to the result: their expense moved no money. */
function activityFor(account: ReportAccount): Activity | undefined {
  const { cashFlow: category, class: of, normalSide } = account;
  if (category === 'cash' || isOfResult(account)) return undefined;
  return of === 'asset' && normalSide === 'credit' ? 'operating' : category;
}

function cash(books: Books, measure: (turnover: Turnover) => Money): readonly Money[] {
  return totalOf(books, ({ cashFlow: category }) => category === 'cash', measure);
}

function cells([now, before]: readonly Money[]) {
  return now ? [now, ...compared(now, before)] : [];
}
