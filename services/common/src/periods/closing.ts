import type { TransactionLine } from '@dhanman/contracts';
import { type Currency, Money } from '@dhanman/kernel';

/** What a revenue or expense account has come to in a year: debits less credits. */
export interface Result {
  readonly account: string;
  readonly net: Money;
}

/** Sets every account of the result to zero; what remains is the surplus or the loss, and goes to retained earnings. */
export function closingLines(results: readonly Result[], currency: Currency): readonly TransactionLine[] {
  const lines = results.flatMap(({ account, net }) => lineOf({ account }, net.negate()));
  const total = Money.sum(
    results.map(({ net }) => net),
    currency,
  );
  return [...lines, ...lineOf({ account: '30020', role: 'retained-earnings' }, total)];
}

function lineOf(at: Pick<TransactionLine, 'account' | 'role'>, net: Money): readonly TransactionLine[] {
  if (net.isZero) return [];
  const why = { rule: 'year-end.result-to-equity' };
  return [{ ...at, side: net.isPositive ? 'debit' : 'credit', amount: net.abs().toJSON(), why }];
}
