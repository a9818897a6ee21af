import { DomainError } from './domain-error.js';
import { Money } from './money.js';
import { magnitude } from './rounding.js';

export class WeightsUnusable extends DomainError {
  constructor() {
    const message = 'An amount is shared out by weights that are not negative and not all zero.';
    super('invalid', 'weights-unusable', message);
  }
}

/** Shares an amount by weight so that the parts are whole minor units and add up to exactly the amount. */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  return allocateUnits(total.minor, weights).map((minor) => Money.of(minor, total.currency));
}

/**
 * Largest remainder: every part gets its share rounded down, then the units left over go one each to the parts
 * that lost most; equal losses go to the earlier part, so the same input always gives the same split. A negative
 * total is the mirror of the positive one: reversing an allocation reverses each part.
 */
export function allocateUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((subtotal, weight) => subtotal + weight, 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0n)) throw new WeightsUnusable();
  const whole = magnitude(total);
  const shares = weights.map((weight, index) => ({
    index,
    units: (whole * weight) / sum,
    lost: (whole * weight) % sum,
  }));
  const leftOver = whole - shares.reduce((subtotal, share) => subtotal + share.units, 0n);
  const byLoss = [...shares].sort((a, b) =>
    a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1,
  );
  // Fewer units are left over than there are parts, so this conversion to a number is safe.
  for (const share of byLoss.slice(0, Number(leftOver))) share.units += 1n;
  return shares.map((share) => (total < 0n ? -share.units : share.units));
}

/** Fills each place in full before the next one, with as much as there is; what is over stays over. */
export function fillInOrder(places: readonly Money[], amount: Money): Money[] {
  let left = amount;
  return places.map((place) => {
    const filled = left.compare(place) < 0 ? left : place;
    left = left.subtract(filled);
    return filled;
  });
}
