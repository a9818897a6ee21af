import type { TaxTotals } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import type { PaperContent } from './paper.js';

export interface SummaryRow {
  readonly classification: string;
  readonly ratePercent: string;
  readonly taxable: Money;
  readonly taxes: ReadonlyMap<TaxTotals['taxes'][number]['kind'], Money>;
}

/** What the lines of one HSN or SAC come to at one rate: the rows add up to the document, because the lines do. */
export function summaryOf({ content, taxed, currency }: PaperContent): readonly SummaryRow[] {
  const rows = new Map<string, SummaryRow>();
  for (const [index, { taxable, net, taxes }] of taxed.lines.entries()) {
    const line = content.lines[index];
    const classification = line?.classification ?? '';
    const isTaxed = taxes.length > 0;
    const ratePercent = isTaxed && line ? line.ratePercent : '0';
    const key = `${classification} ${ratePercent}`;
    const sum = rows.get(key) ?? nothing(classification, ratePercent, currency);
    // A line without tax counts with its value: a bill of supply has nothing that is taxable.
    const value = isTaxed ? taxable : net;
    rows.set(key, {
      ...sum,
      taxable: sum.taxable.add(Money.parse(value, currency)),
      taxes: added(sum, taxes, currency),
    });
  }
  return [...rows.values()];
}

function nothing(classification: string, ratePercent: string, currency: string): SummaryRow {
  return { classification, ratePercent, taxable: Money.zero(currency), taxes: new Map() };
}

function added(
  { taxes }: SummaryRow,
  more: PaperContent['taxed']['lines'][number]['taxes'],
  currency: string,
): SummaryRow['taxes'] {
  const sums = new Map(taxes);
  for (const { kind, amount } of more) {
    sums.set(kind, (sums.get(kind) ?? Money.zero(currency)).add(Money.parse(amount, currency)));
  }
  return sums;
}
