import { Money } from '@dhanman/kernel';

/** How high bars stand beside each other, in percent of the highest; what is below zero has no height. */
export function barHeights(amounts: readonly string[], currency: string): readonly number[] {
  const minors = amounts.map((amount) => Money.parse(amount, currency).minor);
  const highest = minors.reduce((most, one) => (one > most ? one : most), 0n);
  return minors.map((one) => (one <= 0n ? 0 : Number((one * 1_000n) / highest) / 10));
}
