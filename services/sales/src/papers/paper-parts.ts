import { amountOnPaper, Money, stateName } from '@dhanman/kernel';
import { type SummedLine, summaryOf } from './classification-summary.js';
import type { PaperContent, PaperParty } from './paper-content.js';
import type { PaperWords } from './paper-words.js';
import type { PaperUpi } from '../invoices/upi-request.js';

interface PrintedParty {
  readonly name: string;
  readonly details: readonly string[];
}

interface PrintedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A paper as it is set: only texts, in the order in which they stand. The first fact is its number. */
export interface PrintedPaper extends PrintedTable {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly seller: PrintedParty;
  /** What the other one is: who is billed, or who has paid. */
  readonly buyerAs: string;
  readonly buyer: PrintedParty;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly totals: readonly (readonly [label: string, amount: string])[];
  readonly total: readonly [label: string, amount: string];
  readonly words: string;
  readonly summary: PrintedTable | null;
  /** Notes, how to pay and the terms, as far as something is said. */
  readonly said: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** What a phone scans to pay. */
  readonly upi: PaperUpi | null;
  readonly labels: PaperWords['labels'];
}

type InCurrency = Pick<PaperContent, 'currency'>;

export function partyOf(party: PaperParty, labels: PaperWords['labels']): PrintedParty {
  const { name, gstin, stateCode, address, contact } = party;
  const details = [
    ...linesOf(address),
    ...linesOf(contact),
    ...(gstin === null ? [] : [`${labels.gstin}: ${gstin}`]),
    ...(stateCode === null ? [] : [`${labels.state}: ${stateOf(stateCode)}`]),
  ];
  return { name, details };
}

export function linesOf(text: string | null | undefined): readonly string[] {
  return text ? text.split('\n').map((line) => line.trim()) : [];
}

export function stateOf(code: string): string {
  return `${stateName(code) ?? ''} (${code})`.trim();
}

export function summaryTable(
  lines: readonly SummedLine[],
  { currency, kinds }: InCurrency & { readonly kinds: readonly (keyof PaperWords['taxes'])[] },
  { labels, taxes }: PaperWords,
): PrintedTable {
  return {
    columns: [labels.classification, labels.rate, labels.net, ...kinds.map((kind) => taxes[kind])],
    rows: summaryOf(lines, currency).map(({ classification, ratePercent, taxable, taxes: sums }) => [
      ...[classification || '–', `${ratePercent} %`, figure(taxable.toJSON(), { currency })],
      ...kinds.map((kind) => figure(sums.get(kind)?.toJSON() ?? '0', { currency })),
    ]),
  };
}

/** Those that come to something. */
export function totalRows(rows: readonly (readonly [string, string])[], paper: InCurrency) {
  return rows
    .filter(([, amount]) => !moneyOf(amount, paper).isZero)
    .map(([label, amount]) => [label, figure(amount, paper)] as const);
}

export function moneyOf(amount: string, { currency }: InCurrency): Money {
  return Money.parse(amount, currency);
}

/** In lakh and crore and without the sign of the currency, which stands at the total. */
export function figure(amount: string, paper: InCurrency): string {
  return amountOnPaper(moneyOf(amount, paper).toJSON());
}
