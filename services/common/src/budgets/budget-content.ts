import type { BudgetLine } from '@dhanman/contracts';
import { currencyDecimals, Money } from '@dhanman/kernel';
import { AccountBudgetedTwice, AccountNotBudgeted, BudgetTooFine } from './budget-errors.js';

/** What a budget has to know of an account of income or expense. */
export interface BudgetAccount {
  readonly code: string;
  readonly class: 'revenue' | 'expense';
  readonly isPostable: boolean;
  readonly isActive: boolean;
}

export type BudgetAccounts = ReadonlyMap<string, BudgetAccount>;

export interface BudgetContent {
  readonly lines: readonly BudgetLine[];
  readonly income: string;
  readonly expense: string;
}

/** Lines as they are kept: each account once, without those that plan nothing, and what they add up to. */
export function contentOf(
  lines: readonly BudgetLine[],
  accounts: BudgetAccounts,
  currency: string,
): BudgetContent {
  const seen = new Set<string>();
  const sums = { revenue: Money.zero(currency), expense: Money.zero(currency) };
  const kept: BudgetLine[] = [];
  for (const [index, { accountId, months }] of lines.entries()) {
    const account = accountAt(index, accountId, accounts);
    if (seen.has(accountId)) throw new AccountBudgetedTwice(index, account.code);
    seen.add(accountId);
    const amounts = months.map((amount, month) => amountAt(amount, { index, month, currency }));
    if (amounts.every(({ isZero }) => isZero)) continue;
    sums[account.class] = sums[account.class].add(Money.sum(amounts, currency));
    kept.push({ accountId, months: amounts.map((amount) => amount.toJSON()) });
  }
  return { lines: kept, income: sums.revenue.toJSON(), expense: sums.expense.toJSON() };
}

function accountAt(index: number, accountId: string, accounts: BudgetAccounts): BudgetAccount {
  const account = accounts.get(accountId);
  if (!account) throw new AccountNotBudgeted(index);
  if (!account.isPostable) throw new AccountNotBudgeted(index, account.code);
  return account;
}

interface Place {
  readonly index: number;
  readonly month: number;
  readonly currency: string;
}

function amountAt(amount: string, { index, month, currency }: Place): Money {
  const decimals = amount.split('.')[1]?.length ?? 0;
  if (decimals > currencyDecimals(currency)) throw new BudgetTooFine(currency, index, month);
  return Money.parse(amount, currency);
}
