import { formatDecimal, powerOfTen, readDecimal } from './decimal.js';
import { DomainError } from './domain-error.js';
import { DivisionByZero, divideRounded, magnitude } from './rounding.js';

export class RateNotDecimal extends DomainError {
  constructor(text: string) {
    super('invalid', 'rate-not-decimal', `"${text.slice(0, 40)}" is not a rate such as "18" or "0.75".`);
  }
}

/**
 * An exact fraction: tax percentages, exchange rates, shares of a pool. It stays a fraction until money is
 * multiplied by it, so a chain of rates rounds once, at the end.
 */
export class Rate {
  static readonly zero = new Rate(0n, 1n);
  static readonly one = new Rate(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {
    Object.freeze(this);
  }

  /** In lowest terms, so that a sum over many terms does not grow with their number. */
  private static reduced(numerator: bigint, denominator: bigint): Rate {
    const divisor = commonDivisor(magnitude(numerator), denominator);
    return new Rate(numerator / divisor, denominator / divisor);
  }

  /** A fraction of two whole numbers: one third is `Rate.ratio(1n, 3n)`. */
  static ratio(numerator: bigint, denominator: bigint): Rate {
    if (denominator === 0n) throw new DivisionByZero();
    return denominator < 0n ? new Rate(-numerator, -denominator) : new Rate(numerator, denominator);
  }

  /** A factor written as decimal text, as `numeric` columns and JSON carry it. */
  static parse(text: string): Rate {
    const decimal = readDecimal(text);
    if (!decimal) throw new RateNotDecimal(text);
    return new Rate(decimal.units, powerOfTen(decimal.scale));
  }

  /** A percentage as people write it: `Rate.percent("18")` is 0.18. */
  static percent(text: string): Rate {
    return Rate.parse(text).multiply(Rate.ratio(1n, 100n));
  }

  multiply(other: Rate): Rate {
    return new Rate(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  add(other: Rate): Rate {
    const numerator = this.numerator * other.denominator + other.numerator * this.denominator;
    return Rate.reduced(numerator, this.denominator * other.denominator);
  }

  inverse(): Rate {
    return Rate.ratio(this.denominator, this.numerator);
  }

  compare(other: Rate): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Rate): boolean {
    return this.compare(other) === 0;
  }

  /** As a percentage with two decimals, for people: two thirds are "66.67". */
  toPercent(): string {
    return formatDecimal(divideRounded(this.numerator * 10_000n, this.denominator), 2);
  }
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}
