import { DomainError } from '../domain-error.js';
import { Money } from '../money.js';
import { spread } from './spread.js';
import type { DocumentToTax, LineToTax } from './tax-document.js';

export class DiscountAboveValue extends DomainError {
  constructor(field: string) {
    super('invalid', 'discount-above-value', 'The discount is larger than what it is taken from.', { field });
  }
}

export class LineBelowZero extends DomainError {
  constructor(line: number) {
    super('invalid', 'line-below-zero', 'Quantity and price may not be negative; use a credit note.', {
      field: `lines.${String(line)}`,
    });
  }
}

/** What a line is worth before any tax, and how it comes to that. */
export interface LineValue {
  readonly line: LineToTax;
  readonly gross: Money;
  readonly discount: Money;
  readonly charges: Money;
  readonly net: Money;
}

/** Lines after their discounts, with the discount and the charges of the document spread on them. */
export function lineValues({ lines, charges = [], discount, currency }: DocumentToTax): LineValue[] {
  const own = lines.map(ownValue);
  const worth = Money.sum(
    own.map(({ net }) => net),
    currency,
  );
  if (discount && discount.compare(worth) > 0) throw new DiscountAboveValue('discount');
  const added = Money.sum(
    charges.map(({ amount }) => amount),
    currency,
  );
  const weight = worth.isPositive ? byValue : byQuantity;
  const charged = spread(added, own, weight).map(({ item, part }) => ({ ...item, charges: part }));
  return spread(discount ?? Money.zero(currency), charged, weight).map(({ item, part }) => ({
    ...item,
    discount: item.discount.add(part),
    net: item.net.add(item.charges).subtract(part),
  }));
}

function ownValue(line: LineToTax, index: number): LineValue {
  const { quantity, price, discount } = line;
  if (quantity.isNegative || price.isNegative) throw new LineBelowZero(index);
  const gross = price.multiply(quantity.toRate());
  const less = discountOn(gross, discount);
  if (less.isNegative || less.compare(gross) > 0) {
    throw new DiscountAboveValue(`lines.${String(index)}.discount`);
  }
  return { line, gross, discount: less, charges: Money.zero(price.currency), net: gross.subtract(less) };
}

function discountOn(gross: Money, discount: LineToTax['discount']): Money {
  if (!discount) return Money.zero(gross.currency);
  return 'amount' in discount ? discount.amount : gross.multiply(discount.percent);
}

function byValue({ net }: LineValue): bigint {
  return net.minor;
}

/** Lines that are worth nothing still share the freight, by how much of it they are. */
function byQuantity({ line }: LineValue): bigint {
  return line.quantity.millionths;
}
