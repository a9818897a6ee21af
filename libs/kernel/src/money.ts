import { type Currency, currencyDecimals } from './currency.js';
import { formatDecimal, parseDecimal } from './decimal.js';
import { DomainError } from './domain-error.js';
import type { Rate } from './rate.js';
import { divideRounded, magnitude, type Rounding } from './rounding.js';

export class MoneyNotDecimal extends DomainError {
  constructor(text: string, currency: Currency) {
    const decimals = currencyDecimals(currency);
    const message = `"${text.slice(0, 40)}" is not an amount of ${currency} with at most ${String(decimals)} decimals.`;
    super('invalid', 'money-not-decimal', message);
  }
}

export class MoneyOutOfRange extends DomainError {
  constructor() {
    super('invalid', 'money-out-of-range', 'The amount is too large to be kept in the books.');
  }
}

export class CurrenciesDiffer extends DomainError {
  constructor(one: Currency, other: Currency) {
    super('invalid', 'currencies-differ', `An amount in ${one} cannot be combined with one in ${other}.`);
  }
}

/** What `numeric(18,2)` can hold, in minor units; it also fits a Postgres `bigint`. */
const limit = 10n ** 18n;

/**
 * An exact amount: whole minor units (paise) of one currency. No JavaScript number is ever involved, amounts of
 * different currencies never meet, and the only rounding is `divideRounded`.
 */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: Currency,
  ) {
    if (magnitude(minor) >= limit) throw new MoneyOutOfRange();
    Object.freeze(this);
  }

  /** An amount from whole minor units: `Money.of(118000n, "INR")` is ₹1,180.00. */
  static of(minor: bigint, currency: Currency): Money {
    currencyDecimals(currency);
    return new Money(minor, currency);
  }

  static zero(currency: Currency): Money {
    return Money.of(0n, currency);
  }

  /** An amount from decimal text, as JSON and `numeric` columns carry it. Anything ambiguous is refused. */
  static parse(text: string, currency: Currency): Money {
    const minor = parseDecimal(text, currencyDecimals(currency));
    if (minor === undefined) throw new MoneyNotDecimal(text, currency);
    return new Money(minor, currency);
  }

  /** The total of amounts; the currency is stated because the list may be empty. */
  static sum(amounts: Iterable<Money>, currency: Currency): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.add(amount);
    return total;
  }

  add(other: Money): Money {
    return new Money(this.minor + this.sameCurrency(other).minor, this.currency);
  }

  subtract(other: Money): Money {
    return new Money(this.minor - this.sameCurrency(other).minor, this.currency);
  }

  negate(): Money {
    return new Money(-this.minor, this.currency);
  }

  abs(): Money {
    return this.isNegative ? this.negate() : this;
  }

  /** The amount times an exact rate, rounded to a whole minor unit. */
  multiply(rate: Rate, rounding: Rounding = 'half-up'): Money {
    return new Money(divideRounded(this.minor * rate.numerator, rate.denominator, rounding), this.currency);
  }

  /** The nearest multiple of a step in minor units: `roundTo(100n)` is the nearest rupee. */
  roundTo(minorStep: bigint, rounding: Rounding = 'half-up'): Money {
    return new Money(divideRounded(this.minor, minorStep, rounding) * magnitude(minorStep), this.currency);
  }

  compare(other: Money): -1 | 0 | 1 {
    const difference = this.minor - this.sameCurrency(other).minor;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minor === other.minor;
  }

  get isZero(): boolean {
    return this.minor === 0n;
  }

  get isNegative(): boolean {
    return this.minor < 0n;
  }

  get isPositive(): boolean {
    return this.minor > 0n;
  }

  /** Plain decimal text without the currency, which the document carries once. */
  toJSON(): string {
    return formatDecimal(this.minor, currencyDecimals(this.currency));
  }

  toString(): string {
    return `${this.currency} ${this.toJSON()}`;
  }

  /** The amount as people of a place write it; Intl reads the decimal text, so no precision is lost. */
  format(locale = 'en-IN'): string {
    const decimals = currencyDecimals(this.currency);
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: this.currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(this.toJSON() as Intl.StringNumericLiteral);
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency) throw new CurrenciesDiffer(this.currency, other.currency);
    return other;
  }
}
