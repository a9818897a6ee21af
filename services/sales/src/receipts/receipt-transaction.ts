import { Money } from '@dhanman/kernel';
import type { LedgerLine, LedgerRequest } from '../postings/posting.js';
import type { Receipt } from './receipt.js';

/** Accounts by their role in the chart, with the number they have in ours. */
const accounts = {
  cash: { account: '11110', role: 'cash' },
  bank: { account: '11120', role: 'bank' },
  receivable: { account: '11200', role: 'receivable' },
  tds: { account: '11440', role: 'tds-receivable' },
  advance: { account: '25020', role: 'advance-from-customers' },
} as const;

/** Whatever gives a customer credit: a receipt, or a credit note. */
export type Giver = Pick<Receipt, 'customerId' | 'currency'> & { readonly number: string };

/** Money and deducted tax came in; the customer owes less, and what settled nothing yet is owed to the customer. */
export function receiptEntry(receipt: Receipt, settled: Money): LedgerRequest {
  const { number, mode, amount, tds, currency, reference } = receipt;
  const inputs = { receipt: number, mode, ...(reference !== null && { reference }) };
  const lines: LedgerLine[] = [
    { ...placeOf(receipt), side: 'debit', amount, why: { rule: 'sales.receipt', inputs } },
    {
      ...{ ...accounts.tds, side: 'debit', amount: tds, party: partyOf(receipt) },
      why: { rule: 'sales.receipt.tds', inputs: { receipt: number, tds } },
    },
    credited(receipt, 'receivable', settled),
    credited(receipt, 'advance', receipt.value.subtract(settled)),
  ];
  return {
    currency,
    narration: `Receipt ${number}`,
    lines: lines.filter((line) => isSomething(line, currency)),
  };
}

/** An advance that settles invoices later, or the other way round: no money moves. */
export function applicationEntry(giver: Giver, amount: Money, direction: 'apply' | 'release'): LedgerRequest {
  const { number, currency } = giver;
  const [from, to] =
    direction === 'apply' ? (['advance', 'receivable'] as const) : (['receivable', 'advance'] as const);
  const narration = direction === 'apply' ? `Advance of ${number} applied` : `${number} taken off invoices`;
  return {
    ...{ currency, narration },
    lines: [{ ...credited(giver, from, amount), side: 'debit' }, credited(giver, to, amount)],
  };
}

/** A bank account of one's own has a number in the chart and no role. */
export function placeOf({
  account,
  mode,
}: Pick<Receipt, 'account' | 'mode'>): Pick<LedgerLine, 'account' | 'role'> {
  if (account !== null) return { account };
  return mode === 'cash' ? accounts.cash : accounts.bank;
}

/** What the customer owes less, or is owed more. */
export function credited(giver: Giver, to: 'receivable' | 'advance', amount: Money): LedgerLine {
  const why = { rule: `sales.receipt.${to}`, inputs: { receipt: giver.number, amount: amount.toJSON() } };
  return { ...accounts[to], side: 'credit', amount: amount.toJSON(), party: partyOf(giver), why };
}

function partyOf({ customerId }: Giver) {
  return { kind: 'customer' as const, id: customerId };
}

function isSomething({ amount }: LedgerLine, currency: string): boolean {
  return Money.parse(amount, currency).isPositive;
}
