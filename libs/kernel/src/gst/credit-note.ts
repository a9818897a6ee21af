import { DomainError } from '../domain-error.js';
import { Money } from '../money.js';
import { Quantity } from '../quantity.js';
import { Rate } from '../rate.js';
import type { TaxKind } from './tax-document.js';

export class CreditLineUnknown extends DomainError {
  constructor(index: number) {
    super('invalid', 'credit-line-unknown', 'The invoice has no such line.', {
      field: `lines.${String(index)}.line`,
    });
  }
}

export class CreditLineTwice extends DomainError {
  constructor(index: number) {
    super('invalid', 'credit-line-twice', 'This line of the invoice is in the list already.', {
      field: `lines.${String(index)}.line`,
    });
  }
}

export class CreditAboveLine extends DomainError {
  constructor(index: number, what: 'quantity' | 'amount', left: string) {
    const message = `Only ${left} of this line is left to credit.`;
    super('conflict', 'credit-above-line', message, {
      field: `lines.${String(index)}.${what}`,
      details: { left },
    });
  }
}

interface CreditedTax {
  readonly kind: TaxKind;
  readonly ratePercent: string;
  readonly amount: Money;
}

/** So much of a line of an invoice: what is left of it, or what a note takes. */
export interface CreditLine {
  readonly quantity: Quantity;
  /** Before tax. */
  readonly net: Money;
  readonly taxable: Money;
  readonly taxes: readonly CreditedTax[];
}

/** What no note has taken of an invoice. */
export interface Creditable<Line extends CreditLine = CreditLine> {
  readonly currency: string;
  readonly lines: readonly Line[];
  /** Rounded off as the invoice was. */
  readonly total: Money;
  /** The tax is the customer’s to pay, and no part of the total. */
  readonly isReverseCharge: boolean;
}

/** Goods that come back, or a price that is lowered. */
export type CreditWanted = { readonly line: number } & (
  { readonly quantity: Quantity } | { readonly amount: Money }
);

export interface CreditedLine extends CreditLine {
  readonly line: number;
  readonly total: Money;
}

export interface CreditedDocument {
  readonly lines: readonly CreditedLine[];
  readonly net: Money;
  readonly taxable: Money;
  readonly taxes: readonly { readonly kind: TaxKind; readonly amount: Money }[];
  readonly reverseCharge: Money;
  readonly roundOff: Money;
  readonly total: Money;
}

/**
 * What a credit note amounts to. Tax is given back in the proportion in which what is left of the line goes, so at the
 * rates of the invoice whatever the rates are today; the note that takes the rest takes its last paisa, too.
 */
export function creditOf(left: Creditable, wanted: readonly CreditWanted[]): CreditedDocument {
  const seen = new Set<number>();
  const lines = wanted.map((one, index): CreditedLine => {
    const line = left.lines[one.line];
    if (!line) throw new CreditLineUnknown(index);
    if (seen.has(one.line)) throw new CreditLineTwice(index);
    seen.add(one.line);
    const taken = part(
      line,
      'quantity' in one ? ofQuantity(line, one.quantity, index) : ofAmount(line, one.amount, index),
    );
    return { ...taken, line: one.line, total: demanded(left, taken) };
  });
  return totalled(left, lines);
}

/** Everything that is left, as somebody would have asked for it. */
export function allOf({ lines }: Creditable): readonly CreditWanted[] {
  return lines.flatMap(({ quantity, net }, line): CreditWanted[] => {
    if (net.isZero) return [];
    return [quantity.isZero ? { line, amount: net } : { line, quantity }];
  });
}

/** What a note leaves for the next one. */
export function leftAfter<Line extends CreditLine>(
  left: Creditable<Line>,
  { lines, total }: Pick<CreditedDocument, 'lines' | 'total'>,
): Creditable<Line> {
  const taken = new Map(lines.map((one) => [one.line, one]));
  return {
    ...left,
    total: left.total.subtract(total),
    lines: left.lines.map((line, index) => {
      const one = taken.get(index);
      return one ? { ...line, ...difference(line, one) } : line;
    }),
  };
}

interface Share {
  readonly quantity: Quantity;
  readonly net: Money;
}

function ofQuantity({ quantity: left, net }: CreditLine, quantity: Quantity, index: number): Share {
  if (quantity.compare(left) > 0) throw new CreditAboveLine(index, 'quantity', left.toString());
  return { quantity, net: net.multiply(Rate.ratio(quantity.millionths, left.millionths)) };
}

function ofAmount({ quantity, net: left }: CreditLine, amount: Money, index: number): Share {
  if (amount.compare(left) > 0) throw new CreditAboveLine(index, 'amount', left.toString());
  return { quantity: Quantity.zero(quantity.unit), net: amount };
}

function part(line: CreditLine, { quantity, net }: Share): CreditLine {
  const share = line.net.isZero ? Rate.zero : Rate.ratio(net.minor, line.net.minor);
  return {
    ...{ quantity, net, taxable: line.taxable.multiply(share) },
    taxes: line.taxes.map((tax) => ({ ...tax, amount: tax.amount.multiply(share) })),
  };
}

function difference(line: CreditLine, taken: CreditLine): CreditLine {
  return {
    quantity: line.quantity.subtract(taken.quantity),
    net: line.net.subtract(taken.net),
    taxable: line.taxable.subtract(taken.taxable),
    taxes: line.taxes.map((tax, index) => {
      const given = taken.taxes[index];
      return given ? { ...tax, amount: tax.amount.subtract(given.amount) } : tax;
    }),
  };
}

function demanded({ isReverseCharge, currency }: Creditable, { net, taxes }: CreditLine): Money {
  return isReverseCharge ? net : net.add(sumOf(taxes, currency));
}

function totalled(left: Creditable, lines: readonly CreditedLine[]): CreditedDocument {
  const { currency, isReverseCharge } = left;
  const sum = (pick: (line: CreditedLine) => Money): Money => Money.sum(lines.map(pick), currency);
  const byKind = Map.groupBy(
    lines.flatMap(({ taxes }) => taxes),
    ({ kind }) => kind,
  );
  const taxes = [...byKind].map(([kind, all]) => ({ kind, amount: sumOf(all, currency) }));
  const exact = sum(({ total }) => total);
  const roundOff = roundingOf(left, lines, exact);
  return {
    ...{ lines, taxes, roundOff, total: exact.add(roundOff) },
    net: sum(({ net }) => net),
    taxable: sum(({ taxable }) => taxable),
    reverseCharge: isReverseCharge ? sumOf(taxes, currency) : Money.zero(currency),
  };
}

/** The rounding of the invoice is given back with its last line; before that only so that no note exceeds the invoice. */
function roundingOf(left: Creditable, lines: readonly CreditedLine[], exact: Money): Money {
  const after = leftAfter(left, { lines, total: exact });
  const isLast = after.lines.every(({ net }) => net.isZero);
  return isLast || after.total.isNegative ? after.total : Money.zero(left.currency);
}

function sumOf(amounts: readonly { readonly amount: Money }[], currency: string): Money {
  return Money.sum(
    amounts.map(({ amount }) => amount),
    currency,
  );
}
