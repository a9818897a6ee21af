import type { Reason } from '../law/reason.js';
import { Money } from '../money.js';
import { type Levy, levyOn } from './levy.js';
import { lineValues } from './line-values.js';
import { lineTaxes } from './line-taxes.js';
import { roundOffStep, slabs } from './rules.js';
import type {
  DocumentKind,
  DocumentToTax,
  LineTax,
  TaxedDocument,
  TaxedLine,
  TaxKind,
  TaxWarning,
} from './tax-document.js';
import { type TaxableValue, taxableValues } from './taxable-values.js';

/**
 * What a document amounts to under the law of its day, with the reason of every figure. It knows no clock, no database and
 * no screen: a preview and the issued document are computed by the same lines.
 */
export function tax(document: DocumentToTax): TaxedDocument {
  const levy = levyOn(document.supply);
  const values = taxableValues(document, lineValues(document));
  const lines = [...lineTaxes(document, levy, values)].map(([value, taxes]) =>
    taxedLine(document, levy, value, taxes),
  );
  return totalled(document, levy, lines);
}

function taxedLine(
  { pricesIncludeTax = false, currency }: DocumentToTax,
  levy: Levy,
  { gross, discount, charges, net, taxable }: TaxableValue,
  taxes: readonly LineTax[],
): TaxedLine {
  const added = Money.sum(
    taxes.map(({ amount }) => amount),
    currency,
  );
  const contained = pricesIncludeTax ? added : Money.zero(currency);
  const demanded = levy.isReverseCharge ? Money.zero(currency) : added;
  return {
    ...{ gross, discount, charges, taxes },
    net: net.subtract(contained),
    taxable: taxable.subtract(contained),
    total: net.subtract(contained).add(demanded),
  };
}

function totalled(document: DocumentToTax, levy: Levy, lines: readonly TaxedLine[]): TaxedDocument {
  const { currency } = document;
  const sumOf = (pick: (line: TaxedLine) => Money): Money => Money.sum(lines.map(pick), currency);
  const taxes = taxTotals(lines, currency);
  const taxSum = Money.sum(
    taxes.map(({ amount }) => amount),
    currency,
  );
  const exact = sumOf(({ total }) => total);
  const roundOff = roundingOf(document, exact);
  const total = exact.add(roundOff);
  return {
    ...{ kind: kindOf(levy, lines), levy, lines, taxes, roundOff, total },
    gross: sumOf(({ gross }) => gross),
    discount: sumOf(({ discount }) => discount),
    charges: sumOf(({ charges }) => charges),
    net: sumOf(({ net }) => net),
    taxable: sumOf(({ taxable }) => taxable),
    reverseCharge: levy.isReverseCharge ? taxSum : Money.zero(currency),
    warnings: warningsOn(document),
    reason: reasonOf(document, lines, roundOff, total),
  };
}

function taxTotals(lines: readonly TaxedLine[], currency: string): { kind: TaxKind; amount: Money }[] {
  const totals = new Map<TaxKind, Money>();
  for (const { kind, amount } of lines.flatMap(({ taxes }) => taxes)) {
    totals.set(kind, (totals.get(kind) ?? Money.zero(currency)).add(amount));
  }
  return [...totals].map(([kind, amount]) => ({ kind, amount }));
}

function roundingOf({ isRoundedOff = false, supply, currency }: DocumentToTax, exact: Money): Money {
  if (!isRoundedOff) return Money.zero(currency);
  return exact.roundTo(roundOffStep.on(supply.on).says).subtract(exact);
}

function kindOf(levy: Levy, lines: readonly TaxedLine[]): DocumentKind {
  const isZeroRated = levy.nature === 'sez' || levy.nature === 'export';
  if (levy.kinds.length === 0) return isZeroRated ? 'tax-invoice' : 'bill-of-supply';
  const taxed = lines.filter(({ taxable }) => taxable.isPositive).length;
  if (taxed === 0) return 'bill-of-supply';
  return taxed === lines.length ? 'tax-invoice' : 'invoice-cum-bill-of-supply';
}

function warningsOn({ lines, supply }: DocumentToTax): TaxWarning[] {
  const { says, from } = slabs.on(supply.on);
  return lines.flatMap(({ treatment, ratePercent }, line): TaxWarning[] => {
    if (treatment !== 'taxable' || says.includes(ratePercent)) return [];
    const message = `${ratePercent} % is not among the rates in force since ${from}.`;
    return [{ code: 'rate-not-in-force', line, message }];
  });
}

function reasonOf(
  { supply, isRoundedOff = false }: DocumentToTax,
  lines: readonly TaxedLine[],
  roundOff: Money,
  total: Money,
): Reason {
  const source = 'CGST Act, section 15';
  const perLine = lines.map((line, index) => ({
    ...{ rule: 'gst.line', found: line.total.toJSON(), source },
    inputs: { line: String(index + 1), net: line.net.toJSON() },
    because: line.taxes.map(({ reason }) => reason),
  }));
  const rounding = {
    ...{ rule: 'gst.round-off', found: roundOff.toJSON(), source: roundOffStep.on(supply.on).source },
    ...{ inputs: {}, because: [] },
  };
  return {
    ...{ rule: 'gst.total', found: total.toJSON(), source },
    inputs: { lines: String(lines.length), roundOff: roundOff.toJSON() },
    because: isRoundedOff ? [...perLine, rounding] : perLine,
  };
}
