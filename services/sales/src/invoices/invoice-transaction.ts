import type { PayloadIn, PostTransaction, ReverseTransactions, TaxTotals } from '@dhanman/contracts';
import { isService, Money } from '@dhanman/kernel';
import type { Invoice } from './invoice.js';

/** Accounts by their role in the chart, with the number they have in ours. */
const accounts = {
  receivable: { account: '11200', role: 'receivable' },
  goods: { account: '40010', role: 'domestic-sales' },
  services: { account: '41010', role: 'service-revenue' },
  exports: { account: '40110', role: 'export-sales' },
  roundedUp: { account: '43220', role: 'round-off-gain' },
  roundedDown: { account: '55020', role: 'round-off-loss' },
  cgst: { account: '23020', role: 'output-cgst' },
  sgst: { account: '23010', role: 'output-sgst' },
  // Territories without a legislature have the same account for their half.
  utgst: { account: '23010', role: 'output-sgst' },
  igst: { account: '23030', role: 'output-igst' },
  cess: { account: '23035', role: 'output-cess' },
} as const;

type Line = PayloadIn<typeof PostTransaction>['lines'][number];

/** What issuing an invoice means to the books: the customer owes it, it is income, and the tax is the government's. */
export function transactionFor(invoice: Invoice): PayloadIn<typeof PostTransaction> {
  const { number, on, currency } = invoice;
  return {
    source: sourceOf(invoice),
    ...{ on, currency, narration: `Invoice ${number ?? ''}` },
    lines: [owed(invoice), ...soldLines(soldBy(invoice))].filter(
      ({ amount }) => Money.parse(amount, currency).isPositive,
    ),
  };
}

/** What was entered for it goes, on the day it is cancelled. */
export function cancellationOf(invoice: Invoice): PayloadIn<typeof ReverseTransactions> {
  const { cancelledOn, cancelReason } = invoice;
  return { on: cancelledOn ?? '', reason: cancelReason ?? '', transactions: [sourceOf(invoice)] };
}

function sourceOf({ id, postingVersion }: Invoice) {
  return { document: 'invoice', id, version: postingVersion, purpose: 'issue' };
}

/** What a document sells: an invoice, or a note that takes a part of one back. */
export interface Sold {
  readonly currency: string;
  readonly lines: readonly { readonly classification: string | undefined; readonly net: string }[];
  readonly totals: Omit<TaxTotals, 'gross' | 'discount' | 'charges'>;
}

/** What is sold, on the credit side; some of it may be nothing. */
export function soldLines(sold: Sold): Line[] {
  return [...income(sold), ...taxes(sold), ...rounding(sold)];
}

function soldBy({ content, taxed: { lines, totals }, currency }: Invoice): Sold {
  const classified = lines.map(({ net }, index) => ({
    ...{ net, classification: content.lines[index]?.classification },
  }));
  return { currency, totals, lines: classified };
}

function owed({ total, number, customerId }: Invoice): Line {
  const why = { rule: 'sales.invoice', inputs: { invoice: number ?? '', total } };
  return {
    ...{ ...accounts.receivable, side: 'debit', amount: total, why },
    party: { kind: 'customer', id: customerId },
  };
}

function income({ lines, totals, currency }: Sold): Line[] {
  const sums = new Map<'goods' | 'services' | 'exports', Money>();
  for (const { classification, net } of lines) {
    const kind = kindOfIncome(classification, totals.nature);
    sums.set(kind, (sums.get(kind) ?? Money.zero(currency)).add(Money.parse(net, currency)));
  }
  return [...sums].map(([kind, amount]) => ({
    ...{ ...accounts[kind], side: 'credit', amount: amount.toJSON() },
    why: { rule: 'sales.income', inputs: { kind, net: amount.toJSON() } },
  }));
}

/** What is not classified is taken for a service, which is what most of our users bill. */
function kindOfIncome(classification: string | undefined, nature: string): 'goods' | 'services' | 'exports' {
  if (nature === 'export') return 'exports';
  return classification === undefined || isService(classification) ? 'services' : 'goods';
}

/** Under reverse charge the customer owes the tax to the government, and the seller books none. */
function taxes({ totals, currency }: Sold): Line[] {
  if (Money.parse(totals.reverseCharge, currency).isPositive) return [];
  const { nature, placeOfSupply, taxable } = totals;
  return totals.taxes.map(({ kind, amount }) => ({
    ...{ ...accounts[kind], side: 'credit', amount },
    why: { rule: `gst.output.${kind}`, inputs: { taxable, nature, placeOfSupply } },
  }));
}

function rounding({ totals, currency }: Sold): Line[] {
  const roundOff = Money.parse(totals.roundOff, currency);
  const why = { rule: 'gst.round-off', inputs: { roundOff: totals.roundOff } };
  return [
    roundOff.isNegative
      ? { ...accounts.roundedDown, side: 'debit', amount: roundOff.abs().toJSON(), why }
      : { ...accounts.roundedUp, side: 'credit', amount: roundOff.toJSON(), why },
  ];
}
