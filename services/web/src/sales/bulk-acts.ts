import type { sales } from '@dhanman/client';
import { Money } from '@dhanman/kernel';

type Row = Pick<sales.InvoiceSummary, 'state' | 'on' | 'createdAt'>;

export const bulkActs = ['issue', 'submit', 'approve'] as const;

export type BulkAct = (typeof bulkActs)[number];

/** Who may do it. */
export const permissionFor: Readonly<Record<BulkAct, string>> = {
  issue: 'dhanman.sales.invoice.issue',
  submit: 'dhanman.sales.invoice.submit',
  approve: 'dhanman.sales.invoice.approve',
};

/** Whether an invoice is where this is the next step, in a company that wants so many approvals. */
export function isNext(act: BulkAct, { state }: Pick<Row, 'state'>, levels: number): boolean {
  if (act === 'approve') return state === 'submitted';
  if (act === 'submit') return state === 'draft' && levels > 0;
  return state === 'approved' || state === 'rejected' || (state === 'draft' && levels === 0);
}

/** The oldest first: numbers are given one after the other, and dates should follow them. */
export function inOrder<One extends Row>(rows: readonly One[]): readonly One[] {
  const placeOf = ({ on, createdAt }: One): string => `${on} ${createdAt}`;
  return rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** What they come to, where all are in the currency that is shown. */
export function sumOf(rows: readonly Pick<sales.InvoiceSummary, 'currency' | 'total'>[]): string | undefined {
  if (rows.some(({ currency }) => currency !== 'INR')) return undefined;
  return Money.sum(
    rows.map(({ total }) => Money.parse(total, 'INR')),
    'INR',
  ).toJSON();
}
