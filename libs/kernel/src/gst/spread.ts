import { allocate } from '../allocate.js';
import { Money } from '../money.js';

/** Every item with its part of an amount, by weight, so that every paisa is somewhere. Nothing is spread as nothing. */
export function spread<T>(
  amount: Money,
  items: readonly T[],
  weight: (item: T) => bigint,
): { item: T; part: Money }[] {
  const parts = amount.isZero ? [] : allocate(amount, items.map(weight));
  return items.map((item, index) => ({ item, part: parts[index] ?? Money.zero(amount.currency) }));
}
