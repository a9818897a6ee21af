import { formatDecimal, parseDecimal, powerOfTen } from './decimal.js';
import { DomainError } from './domain-error.js';
import { Rate } from './rate.js';
import { divideRounded, magnitude, type Rounding } from './rounding.js';

export class QuantityNotDecimal extends DomainError {
  constructor(text: string) {
    const message = `"${text.slice(0, 40)}" is not a quantity with at most ${String(scale)} decimals.`;
    super('invalid', 'quantity-not-decimal', message);
  }
}

export class QuantityOutOfRange extends DomainError {
  constructor() {
    super('invalid', 'quantity-out-of-range', 'The quantity is too large to be kept.');
  }
}

export class UnitMissing extends DomainError {
  constructor() {
    super('invalid', 'unit-missing', 'A quantity needs the unit it is counted in.');
  }
}

export class UnitsDiffer extends DomainError {
  constructor(one: string, other: string) {
    super('invalid', 'units-differ', `A quantity in ${one} cannot be combined with one in ${other}.`);
  }
}

/** Six decimals for every unit, as in the `numeric(20,6)` columns: a gram in tonnes is still exact. */
const scale = 6;
const limit = powerOfTen(20);

/** An exact amount of something: millionths of a unit of measure. Different units never meet without a rate. */
export class Quantity {
  private constructor(
    readonly millionths: bigint,
    readonly unit: string,
  ) {
    if (magnitude(millionths) >= limit) throw new QuantityOutOfRange();
    if (unit.trim() === '') throw new UnitMissing();
    Object.freeze(this);
  }

  static of(millionths: bigint, unit: string): Quantity {
    return new Quantity(millionths, unit);
  }

  static zero(unit: string): Quantity {
    return new Quantity(0n, unit);
  }

  /** A quantity from decimal text, as JSON and `numeric` columns carry it. */
  static parse(text: string, unit: string): Quantity {
    const millionths = parseDecimal(text, scale);
    if (millionths === undefined) throw new QuantityNotDecimal(text);
    return new Quantity(millionths, unit);
  }

  add(other: Quantity): Quantity {
    return new Quantity(this.millionths + this.sameUnit(other).millionths, this.unit);
  }

  subtract(other: Quantity): Quantity {
    return new Quantity(this.millionths - this.sameUnit(other).millionths, this.unit);
  }

  negate(): Quantity {
    return new Quantity(-this.millionths, this.unit);
  }

  multiply(rate: Rate, rounding: Rounding = 'half-up'): Quantity {
    return this.convert(rate, this.unit, rounding);
  }

  /** The same amount in another unit: 2 BOX at 12 NOS per BOX is 24 NOS. */
  convert(unitsPerUnit: Rate, unit: string, rounding: Rounding = 'half-up'): Quantity {
    const { numerator, denominator } = unitsPerUnit;
    return new Quantity(divideRounded(this.millionths * numerator, denominator, rounding), unit);
  }

  /** The bare factor, to multiply a unit price by: `price.multiply(quantity.toRate())`. */
  toRate(): Rate {
    return Rate.ratio(this.millionths, powerOfTen(scale));
  }

  compare(other: Quantity): -1 | 0 | 1 {
    const difference = this.millionths - this.sameUnit(other).millionths;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Quantity): boolean {
    return this.unit === other.unit && this.millionths === other.millionths;
  }

  get isZero(): boolean {
    return this.millionths === 0n;
  }

  get isNegative(): boolean {
    return this.millionths < 0n;
  }

  /** Plain decimal text without trailing zeros and without the unit, which the document carries. */
  toJSON(): string {
    return formatDecimal(this.millionths, scale).replace(/\.?0+$/, '');
  }

  toString(): string {
    return `${this.toJSON()} ${this.unit}`;
  }

  private sameUnit(other: Quantity): Quantity {
    if (other.unit !== this.unit) throw new UnitsDiffer(this.unit, other.unit);
    return other;
  }
}
