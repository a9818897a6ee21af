// How long what is open has been due. An invoice without a due date is due thirty days after its own, and one that is due
// on the very day of the report is not late.
import { type Id, Money } from '@dhanman/kernel';
import { type Cell, columns, row, type Statement } from './report-row.js';

const buckets = ['current', 'pastDue30', 'pastDue60', 'pastDueOver60'] as const;

export type Bucket = (typeof buckets)[number];

export function bucketOf(daysPastDue: number): Bucket {
  if (daysPastDue <= 0) return 'current';
  if (daysPastDue <= 30) return 'pastDue30';
  return daysPastDue <= 60 ? 'pastDue60' : 'pastDueOver60';
}

export interface Customer {
  readonly id: Id;
  readonly name: string;
}

/** What is open of one invoice, or of all invoices of a customer that are due for as long. */
export interface OpenAmount {
  readonly customer: Customer;
  readonly daysPastDue: number;
  readonly outstanding: Money;
  readonly invoice?: { readonly id: Id; readonly number: string; readonly dueOn: string } | undefined;
}

/** What a customer has given and has settled nothing yet. */
export interface Unapplied {
  readonly customer: Customer;
  readonly amount: Money;
}

export function ageing(
  open: readonly OpenAmount[],
  unapplied: readonly Unapplied[],
  currency: string,
): Statement {
  const advances = new Map(unapplied.map(({ customer, amount }) => [customer.id, amount]));
  const zero = Money.zero(currency);
  const byCustomer = Map.groupBy(open, ({ customer }) => customer.id);
  const customers = new Map([...open, ...unapplied].map(({ customer }) => [customer.id, customer]));
  const rows = [...customers.values()].sort(byName).flatMap((customer) => {
    const theirs = byCustomer.get(customer.id) ?? [];
    const cells = figures(theirs, advances.get(customer.id) ?? zero, currency);
    const parts = { name: customer.name, partyId: customer.id };
    return [row('account', parts, cells), ...theirs.flatMap((one) => invoiceRow(one, currency))];
  });
  const given = Money.sum(advances.values(), currency);
  return {
    name: 'receivables-ageing',
    columns: [
      ...columns('date', 'dueOn'),
      ...columns('amount', ...buckets, 'outstanding', 'unapplied', 'net'),
    ],
    rows: [...rows, row('total', { caption: 'total' }, figures(open, given, currency))],
    checks: [],
  };
}

function invoiceRow(one: OpenAmount, currency: string) {
  const { invoice } = one;
  if (!invoice) return [];
  const [, ...cells] = figures([one], Money.zero(currency), currency);
  const parts = { name: invoice.number, level: 1, documentId: invoice.id };
  return [row('entry', parts, [invoice.dueOn, ...cells])];
}

function figures(open: readonly OpenAmount[], unapplied: Money, currency: string): readonly Cell[] {
  const sumOf = (some: readonly OpenAmount[]): Money =>
    Money.sum(
      some.map(({ outstanding }) => outstanding),
      currency,
    );
  const parts = buckets.map((bucket) =>
    sumOf(open.filter(({ daysPastDue }) => bucketOf(daysPastDue) === bucket)),
  );
  const outstanding = sumOf(open);
  return [null, ...parts, outstanding, unapplied, outstanding.subtract(unapplied)];
}

export function byName(one: Customer, other: Customer): number {
  return one.name.localeCompare(other.name, 'en-IN') || (one.id < other.id ? -1 : 1);
}
