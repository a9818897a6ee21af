import type { BudgetLine, FillBudget } from '@dhanman/contracts';
import { allocate, Money, Rate } from '@dhanman/kernel';

/** An amount and so many per cent more, or less. */
export function changedBy(percent: string, amount: Money): Money {
  return amount.multiply(Rate.one.add(Rate.percent(percent)));
}

/** A year over its months: evenly, or in the shape of other months where they have one. Nothing is lost or won. */
export function spread(total: Money, shape: readonly Money[] = []): readonly Money[] {
  const sign = total.isNegative ? -1n : 1n;
  const weights = shape.map(({ minor }) => (minor * sign > 0n ? minor * sign : 0n));
  const hasShape = weights.some((weight) => weight > 0n);
  return allocate(total, hasShape ? weights : Array<bigint>(12).fill(1n));
}

export type LastYear = ReadonlyMap<string, readonly Money[]>;

/** The lines with those of the accounts that are filled taken from the last year; the others stay as they are. */
export function filled(
  lines: readonly BudgetLine[],
  lastYear: LastYear,
  { percent, spread: way = 'evenly', accountIds }: FillBudget,
): readonly BudgetLine[] {
  const wanted = new Set<string>(accountIds ?? lastYear.keys());
  const filledLines = [...lastYear].flatMap(([accountId, months]) => {
    const [first] = months;
    if (!wanted.has(accountId) || !first) return [];
    const total = changedBy(percent, Money.sum(months, first.currency));
    const parts = spread(total, way === 'evenly' ? [] : months);
    return [{ accountId, months: parts.map((part) => part.toJSON()) } as BudgetLine];
  });
  const filledIds = new Set<string>(filledLines.map(({ accountId }) => accountId));
  return [...lines.filter(({ accountId }) => !filledIds.has(accountId)), ...filledLines];
}
