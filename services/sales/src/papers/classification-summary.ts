import type { TaxTotals } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';

export interface SummaryRow {
  readonly classification: string;
  readonly ratePercent: string;
  readonly taxable: Money;
  readonly taxes: ReadonlyMap<TaxTotals['taxes'][number]['kind'], Money>;
}

export interface SummedLine {
  readonly classification?: string | undefined;
  readonly ratePercent: string;
  readonly net: string;
  readonly taxable: string;
  readonly taxes: readonly { readonly kind: TaxTotals['taxes'][number]['kind']; readonly amount: string }[];
}

/** What the lines of one HSN or SAC come to at one rate: the rows add up to the document, because the lines do. */
export function summaryOf(lines: readonly SummedLine[], currency: string): readonly SummaryRow[] {
  const rows = new Map<string, SummaryRow>();
  for (const { classification = '', taxable, net, taxes, ratePercent: rate } of lines) {
    const isTaxed = taxes.length > 0;
    const ratePercent = isTaxed ? rate : '0';
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

function added({ taxes }: SummaryRow, more: SummedLine['taxes'], currency: string): SummaryRow['taxes'] {
  const sums = new Map(taxes);
  for (const { kind, amount } of more) {
    sums.set(kind, (sums.get(kind) ?? Money.zero(currency)).add(Money.parse(amount, currency)));
  }
  return sums;
}
