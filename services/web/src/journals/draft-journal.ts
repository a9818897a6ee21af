import type { common } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { formatAmount } from '../formats/amount.js';
import { typedAmount } from '../formats/typed-amount.js';

/** A line as it is being typed: text everywhere, and a key so that React keeps the fields of a line together. */
export interface DraftLine {
  readonly key: string;
  /** The number, or the number and the name as the list of accounts offers them. */
  readonly account: string;
  readonly partyId: string;
  readonly debit: string;
  readonly credit: string;
  readonly narration: string;
}

export type Side = 'debit' | 'credit';

export function blankLine(): DraftLine {
  const key = crypto.randomUUID();
  return { key, account: '', partyId: '', debit: '', credit: '', narration: '' };
}

export function isBlank({ account, debit, credit, narration }: DraftLine): boolean {
  return [account, debit, credit, narration].every((text) => text.trim() === '');
}

export function draftLines(lines: readonly common.ManualJournalLine[]): readonly DraftLine[] {
  return lines.map(({ account, side, amount, narration = '', party }) => ({
    ...blankLine(),
    ...{ account, narration, partyId: party?.id ?? '', [side]: formatAmount(amount) },
  }));
}

/** What is sent of a line. What cannot be read is sent as it was typed, and refused where it stands. */
export function lineFrom(line: DraftLine, accounts: readonly common.Account[]): common.ManualJournalLine {
  const { partyId, narration } = line;
  const side: Side = line.credit.trim() === '' ? 'debit' : 'credit';
  const kind = accountIn(line, accounts)?.partyKind ?? 'none';
  return {
    ...{ account: numberIn(line.account), side, amount: typedAmount(line[side]) ?? line[side] },
    ...(narration.trim() !== '' && { narration: narration.trim() }),
    ...(kind !== 'none' && partyId !== '' && { party: { kind, id: partyId } }),
  };
}

export function accountIn(
  { account }: Pick<DraftLine, 'account'>,
  accounts: readonly common.Account[],
): common.Account | undefined {
  const code = numberIn(account);
  return accounts.find((one) => one.code === code);
}

/** People type the number or choose a line of the list, which begins with it. */
function numberIn(text: string): string {
  return /^\d+/.exec(text.trim())?.[0] ?? text.trim();
}

/** One side of a line is filled, never both; a number is shown as it will be read. */
export function typed(line: DraftLine, side: Side, text: string): DraftLine {
  return { ...line, debit: '', credit: '', [side]: text };
}

export function tidied(line: DraftLine, side: Side): DraftLine {
  const amount = typedAmount(line[side]);
  return amount === undefined ? line : { ...line, [side]: formatAmount(amount) };
}

export interface Balance {
  readonly debit: Money;
  readonly credit: Money;
  /** Debits less credits. */
  readonly difference: Money;
}

export function balanceOf(lines: readonly DraftLine[]): Balance {
  const [debit, credit] = [total(lines, 'debit'), total(lines, 'credit')];
  return { debit, credit, difference: debit.subtract(credit) };
}

/** The line with the amount that brings the whole to zero, on the side that is short; unchanged if nothing is missing. */
export function balanced(line: DraftLine, lines: readonly DraftLine[]): DraftLine {
  const others = lines.filter(({ key }) => key !== line.key);
  const { difference } = balanceOf(others);
  if (difference.isZero) return line;
  return typed(line, difference.isPositive ? 'credit' : 'debit', formatAmount(difference.abs().toJSON()));
}

function total(lines: readonly DraftLine[], side: Side): Money {
  const amounts = lines.flatMap((line) => typedAmount(line[side]) ?? []);
  return Money.sum(
    amounts.map((amount) => Money.parse(amount, 'INR')),
    'INR',
  );
}
