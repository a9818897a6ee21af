import { DomainError } from './domain-error.js';

/** `half-up` is the rule unless a law says otherwise; `up` and `down` move away from and towards zero. */
export type Rounding = 'half-up' | 'up' | 'down';

export class DivisionByZero extends DomainError {
  constructor() {
    super('invalid', 'division-by-zero', 'A rate cannot have zero as its denominator.');
  }
}

/**
 * The only place where a fraction becomes a whole number of units. Every mode treats the sign as a mirror,
 * so a credit note computed from negated lines is exactly the negated invoice.
 */
export function divideRounded(
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding = 'half-up',
): bigint {
  if (denominator === 0n) throw new DivisionByZero();
  const isNegative = numerator < 0n !== denominator < 0n;
  const [dividend, divisor] = [magnitude(numerator), magnitude(denominator)];
  const quotient = dividend / divisor + (roundsAway(dividend % divisor, divisor, rounding) ? 1n : 0n);
  return isNegative ? -quotient : quotient;
}

/** The value without its sign. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function roundsAway(remainder: bigint, divisor: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'half-up':
      return remainder * 2n >= divisor;
    case 'up':
      return remainder > 0n;
    case 'down':
      return false;
  }
}
