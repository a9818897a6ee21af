import type { ReportDocument } from '@dhanman/contracts';
import type { Id, Money } from '@dhanman/kernel';
import { columns, row, type Statement } from './report-row.js';

export interface CustomerLine {
  readonly on: string;
  readonly document: ReportDocument;
  readonly documentId: Id;
  readonly number: string;
  readonly narration: string;
  readonly dueOn: string | null;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
}

interface CustomerAccount {
  /** What the customer owed before the first line; below zero it is an advance. */
  readonly opening: Money;
  readonly lines: readonly CustomerLine[];
  /** What is open at the end, less what is not applied: by another way than adding up the lines. */
  readonly open: Money;
}

/** Invoices are debits and payments credits, with what the customer owes after each line. */
export function customerLedger({ opening, lines, open }: CustomerAccount): Statement {
  const blank = [null, null, null, null, null, null, null];
  let balance = opening;
  const entries = lines.map((line) => {
    const { on, document, documentId, number, narration, dueOn, side, amount } = line;
    balance = side === 'debit' ? balance.add(amount) : balance.subtract(amount);
    const sides = side === 'debit' ? [amount, null] : [null, amount];
    return row('entry', { documentId }, [on, document, number, narration, dueOn, ...sides, balance]);
  });
  const closing = { name: 'closing-is-balance', left: balance.toJSON(), right: open.toJSON() } as const;
  return {
    name: 'customer-ledger',
    columns: [
      ...columns('date', 'date'),
      ...columns('document', 'document'),
      ...columns('text', 'number', 'narration'),
      ...columns('date', 'dueOn'),
      ...columns('amount', 'debit', 'credit'),
      ...columns('balance', 'balance'),
    ],
    rows: [
      row('balance', { caption: 'opening' }, [...blank, opening]),
      ...entries,
      row('total', { caption: 'closing' }, [...blank, balance]),
    ],
    checks: [{ ...closing, holds: balance.equals(open) }],
  };
}
