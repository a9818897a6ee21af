import { Money } from '@dhanman/kernel';
import { byName, type Customer } from './ageing.js';
import { type Cell, columns, row, type Statement } from './report-row.js';

/** What stands between the company and one customer. */
export interface Due {
  readonly customer: Customer;
  readonly openInvoices: number;
  /** Of the invoices that are still open. */
  readonly billed: Money;
  readonly outstanding: Money;
  readonly overdue: Money;
  readonly oldestDueOn: string | null;
  readonly lastPaidOn: string | null;
  readonly advance: Money;
}

export function customerDues(dues: readonly Due[], currency: string): Statement {
  const rows = dues
    .toSorted((one, other) => byName(one.customer, other.customer))
    .map((due) => row('account', { name: due.customer.name, partyId: due.customer.id }, cellsOf(due)));
  return {
    name: 'customer-dues',
    columns: [
      ...columns('count', 'openInvoices'),
      ...columns('amount', 'billed', 'settled', 'outstanding', 'overdue'),
      ...columns('date', 'oldestDueOn', 'lastPaidOn'),
      ...columns('amount', 'advance'),
    ],
    rows: [...rows, row('total', { caption: 'total' }, cellsOf(totalOf(dues, currency)))],
    checks: [],
  };
}

function cellsOf(due: Omit<Due, 'customer'>): readonly Cell[] {
  const { openInvoices, billed, outstanding, overdue, oldestDueOn, lastPaidOn, advance } = due;
  const settled = billed.subtract(outstanding);
  return [String(openInvoices), billed, settled, outstanding, overdue, oldestDueOn, lastPaidOn, advance];
}

function totalOf(dues: readonly Due[], currency: string): Omit<Due, 'customer'> {
  const sum = (name: 'billed' | 'outstanding' | 'overdue' | 'advance'): Money =>
    Money.sum(
      dues.map((due) => due[name]),
      currency,
    );
  const openInvoices = dues.reduce((all, due) => all + due.openInvoices, 0);
  const [billed, outstanding, overdue, advance] = [
    ...[sum('billed'), sum('outstanding'), sum('overdue'), sum('advance')],
  ] as [Money, Money, Money, Money];
  return { openInvoices, billed, outstanding, overdue, advance, oldestDueOn: null, lastPaidOn: null };
}
