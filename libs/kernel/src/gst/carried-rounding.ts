import { Rate } from '../rate.js';
import { divideRounded } from '../rounding.js';

/**
 * Rounds exact amounts one after the other so that they add up to their rounded sum: what rounding gained or lost so far is
 * carried into the next. Four lines that owe 0.1386 each owe 0.14, 0.14, 0.14 and 0.13, which is 0.55 and not 0.56.
 */
export function roundedAlong<T>(items: readonly T[], exact: (item: T) => Rate): { item: T; units: bigint }[] {
  let sum = Rate.zero;
  let given = 0n;
  return items.map((item) => {
    sum = sum.add(exact(item));
    const units = divideRounded(sum.numerator, sum.denominator) - given;
    given += units;
    return { item, units };
  });
}
