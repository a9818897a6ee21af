import type { Reason } from '../law/reason.js';
import { Money } from '../money.js';
import type { LineValue } from './line-values.js';
import { taxableContribution } from './society.js';
import { spread } from './spread.js';
import type { DocumentToTax } from './tax-document.js';

export interface TaxableValue extends LineValue {
  /** The part of `net` that bears tax. */
  readonly taxable: Money;
  /** Why not all of the line is taxed, where a rule decided that. */
  readonly exemption?: Reason;
}

/** The part of every line that bears tax: all of a taxable line, unless it is a contribution below a society's limit. */
export function taxableValues(document: DocumentToTax, values: readonly LineValue[]): TaxableValue[] {
  const usual = values.map((value): TaxableValue => {
    return {
      ...value,
      taxable: value.line.treatment === 'taxable' ? value.net : Money.zero(document.currency),
    };
  });
  const units = document.society ? new Set(usual.flatMap((value) => unitOf(value) ?? [])) : [];
  const settled = new Map([...units].flatMap((unit) => settleUnit(document, unit, usual)));
  return usual.map((value) => settled.get(value) ?? value);
}

/** All heads of one unit's contribution are tested together; what is taxed of them is shared out by their value. */
function settleUnit(
  { society, supply, currency }: DocumentToTax,
  unit: string,
  values: readonly TaxableValue[],
): [TaxableValue, TaxableValue][] {
  const heads = values.filter((value) => unitOf(value) === unit);
  const contribution = Money.sum(
    heads.map(({ taxable }) => taxable),
    currency,
  );
  if (!society || !contribution.isPositive) return [];
  const facts = { ...society, on: supply.on, state: supply.supplier.state };
  const { taxable, reason } = taxableContribution(contribution, facts);
  return spread(taxable, heads, (head) => head.taxable.minor).map(({ item, part }) => [
    item,
    { ...item, taxable: part, exemption: reason },
  ]);
}

function unitOf({ line, taxable }: TaxableValue): string | undefined {
  return taxable.isPositive ? line.contributionOf : undefined;
}
