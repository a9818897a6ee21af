import type { common } from '@dhanman/client';
import { allocate, Money, Rate } from '@dhanman/kernel';
import { typedAmount } from '../formats/typed-amount.js';

/** Twelve amounts by the id of an account. */
export type Amounts = ReadonlyMap<string, readonly string[]>;

const nothing: readonly string[] = Array<string>(12).fill('0.00');

export function amountsOf(lines: readonly common.BudgetLine[]): Amounts {
  return new Map(lines.map(({ accountId, months }) => [accountId, months]));
}

export function monthsOf(amounts: Amounts, accountId: string): readonly string[] {
  return amounts.get(accountId) ?? nothing;
}

/** `(250.00)` and `-250` are less than nothing, no text is nothing. Undefined for what is no amount. */
export function amountIn(text: string): string | undefined {
  const plain = text.trim();
  if (plain === '') return '0.00';
  const [, size = plain] = /^(?:-|\()([^()]*)\)?$/.exec(plain) ?? [];
  const amount = typedAmount(size);
  const isNegative = size !== plain && amount !== undefined && amount !== '0.00';
  return isNegative ? `-${amount}` : amount;
}

export function yearOf(months: readonly string[]): Money {
  return Money.sum(months.map(moneyOf), 'INR');
}

/** A year over its months: evenly, or in the shape of the last year, and the sum is the year to the paisa. */
export function spread(year: string, shape: readonly string[] | undefined): readonly string[] {
  const total = moneyOf(year);
  const sign = total.isNegative ? -1n : 1n;
  const weights = (shape ?? []).map((month) => {
    const weight = moneyOf(month).minor * sign;
    return weight > 0n ? weight : 0n;
  });
  const hasShape = weights.some((weight) => weight > 0n);
  return allocate(total, hasShape ? weights : nothing.map(() => 1n)).map((part) => part.toJSON());
}

/** So many per cent more than last year; undefined for what is no percentage, or of nothing. */
export function raisedBy(text: string, lastYear: Money): string | undefined {
  const percent = /^\s*(-?\d{1,3}(?:\.\d{1,2})?)\s*%?\s*$/.exec(text)?.[1];
  if (percent === undefined || lastYear.isZero) return undefined;
  return lastYear.multiply(Rate.one.add(Rate.percent(percent))).toJSON();
}

export function percentOf(year: Money, lastYear: Money): string {
  return lastYear.isZero ? '' : Rate.ratio(year.subtract(lastYear).minor, lastYear.abs().minor).toPercent();
}

/** The months after one like it. */
export function filledRight(months: readonly string[], from: number): readonly string[] {
  return months.map((amount, index) => (index > from ? (months[from] ?? amount) : amount));
}

/** Of each account and, for one that sums, of all below it: rows come parents first, by their level. */
export function sumsOf(
  accounts: readonly Pick<common.PlannedAccount, 'accountId' | 'level'>[],
  monthsFor: (accountId: string) => readonly string[],
): ReadonlyMap<string, readonly Money[]> {
  const sums = new Map<string, readonly Money[]>();
  const above: { readonly level: number; readonly accountId: string }[] = [];
  for (const { accountId, level } of accounts) {
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    above.push({ accountId, level });
    const own = monthsFor(accountId).map(moneyOf);
    for (const { accountId: id } of above) {
      const sum = sums.get(id);
      sums.set(id, sum ? sum.map((money, index) => money.add(own[index] ?? money)) : own);
    }
  }
  return sums;
}

function moneyOf(text: string): Money {
  return Money.parse(text, 'INR');
}

export function linesOf(amounts: Amounts): common.BudgetLine[] {
  return [...amounts].map(([accountId, months]) => ({
    accountId,
    months: [...months] as common.BudgetLine['months'],
  }));
}

interface Fill {
  readonly percent: string;
  readonly asLastYear: boolean;
}

/** Every account that takes amounts and had something last year gets it again, so many per cent more or less. */
export function filledFrom(
  accounts: readonly common.PlannedAccount[],
  amounts: Amounts,
  { percent, asLastYear }: Fill,
): Amounts {
  const filled = accounts.flatMap(({ accountId, takesAmounts, lastYear }) => {
    const year = raisedBy(percent, yearOf(lastYear));
    if (!takesAmounts || year === undefined) return [];
    return [[accountId, spread(year, asLastYear ? lastYear : undefined)] as const];
  });
  return new Map([...amounts, ...filled]);
}
