import type { PaperLanguage } from '@dhanman/contracts';
import { amountInWords, amountOnPaper, dayOnPaper, Money, stateName } from '@dhanman/kernel';
import { summaryOf } from './classification-summary.js';
import type { PaperContent, PaperParty } from './paper.js';
import { paperWords, type PaperWords } from './paper-words.js';
import type { PaperUpi } from './upi-request.js';

interface PrintedParty {
  readonly name: string;
  readonly details: readonly string[];
}

/** A paper as it is set: only texts, in the order in which they stand. */
export interface PrintedPaper {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly seller: PrintedParty;
  readonly buyer: PrintedParty;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly [label: string, amount: string])[];
  readonly total: readonly [label: string, amount: string];
  readonly words: string;
  readonly summary: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Notes, how to pay and the terms, as far as something is said. */
  readonly said: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** What a phone scans to pay. */
  readonly upi: PaperUpi | null;
  readonly labels: PaperWords['labels'];
}

/** The particulars that the GST rules ask of an invoice (rule 46) and a bill of supply (rule 49). */
export function printedPaper(paper: PaperContent, language: PaperLanguage): PrintedPaper {
  const words = paperWords[language];
  const { labels } = words;
  return {
    title: words.kinds[paper.taxed.totals.kind],
    remarks: remarksOf(paper, words),
    seller: partyOf(paper.seller, labels),
    buyer: partyOf(paper.buyer, labels),
    facts: factsOf(paper, labels),
    columns: [labels.line, labels.description, labels.classification, labels.quantity, labels.price].concat([
      labels.discount,
      labels.taxable,
      labels.rate,
      labels.amount,
    ]),
    rows: rowsOf(paper),
    totals: totalsOf(paper, words),
    total: [labels.total, moneyOf(paper.taxed.totals.total, paper).format()],
    words: amountInWords(moneyOf(paper.taxed.totals.total, paper), language),
    summary: summaryTable(paper, words),
    said: (['notes', 'payment', 'terms'] as const)
      .map((about) => ({ label: labels[about], lines: linesOf(paper[about]) }))
      .filter(({ lines }) => lines.length > 0),
    upi: paper.upi ?? null,
    labels,
  };
}

function remarksOf({ taxed: { totals }, content, isComposition }: PaperContent, words: PaperWords): string[] {
  const remarks = isComposition ? [words.composition] : [];
  if (totals.nature !== 'sez' && totals.nature !== 'export') return remarks;
  return [...remarks, words.zeroRated[totals.nature][content.paysTaxOnZeroRated === true ? 0 : 1]];
}

function partyOf(party: PaperParty, labels: PaperWords['labels']): PrintedParty {
  const { name, gstin, stateCode, address, contact } = party;
  const details = [
    ...linesOf(address),
    ...linesOf(contact),
    ...(gstin === null ? [] : [`${labels.gstin}: ${gstin}`]),
    ...(stateCode === null ? [] : [`${labels.state}: ${stateOf(stateCode)}`]),
  ];
  return { name, details };
}

function linesOf(text: string | null | undefined): readonly string[] {
  return text ? text.split('\n').map((line) => line.trim()) : [];
}

function stateOf(code: string): string {
  return `${stateName(code) ?? ''} (${code})`.trim();
}

function factsOf({ number, on, dueOn, taxed, content }: PaperContent, labels: PaperWords['labels']) {
  const facts: [string, string][] = [
    [labels.number, number],
    [labels.on, dayOnPaper(on)],
  ];
  if (dueOn !== null) facts.push([labels.dueOn, dayOnPaper(dueOn)]);
  facts.push([labels.placeOfSupply, stateOf(taxed.totals.placeOfSupply)]);
  facts.push([labels.reverseCharge, content.isReverseCharge === true ? labels.yes : labels.no]);
  return facts;
}

function rowsOf(paper: PaperContent): string[][] {
  return paper.content.lines.flatMap((line, index) => {
    const computed = paper.taxed.lines[index];
    return computed ? [rowOf(paper, String(index + 1), line, computed)] : [];
  });
}

type Line = PaperContent['content']['lines'][number];
type ComputedLine = PaperContent['taxed']['lines'][number];

function rowOf(paper: PaperContent, place: string, line: Line, computed: ComputedLine): string[] {
  const isTaxed = computed.taxes.length > 0;
  return [
    ...[place, line.description, line.classification ?? '', `${line.quantity} ${line.unit}`],
    ...[line.price, computed.discount, isTaxed ? computed.taxable : computed.net].map((amount) =>
      figure(amount, paper),
    ),
    ...[isTaxed ? `${line.ratePercent} %` : '–', figure(computed.total, paper)],
  ];
}

function totalsOf(paper: PaperContent, { labels, taxes }: PaperWords): [string, string][] {
  const { totals } = paper.taxed;
  const isOwed = !moneyOf(totals.reverseCharge, paper).isZero;
  const rows: [string, string][] = [
    [labels.gross, totals.gross],
    [labels.discount, totals.discount],
    [labels.charges, totals.charges],
    [labels.taxable, totals.taxable],
    ...(isOwed ? [] : totals.taxes.map(({ kind, amount }): [string, string] => [taxes[kind], amount])),
    [labels.owedByBuyer, totals.reverseCharge],
    [labels.roundOff, totals.roundOff],
  ];
  return rows
    .filter(([, amount]) => !moneyOf(amount, paper).isZero)
    .map(([label, amount]) => [label, figure(amount, paper)]);
}

function summaryTable(paper: PaperContent, { labels, taxes }: PaperWords): PrintedPaper['summary'] {
  const kinds = paper.taxed.totals.taxes.map(({ kind }) => kind);
  return {
    columns: [labels.classification, labels.rate, labels.net, ...kinds.map((kind) => taxes[kind])],
    rows: summaryOf(paper).map(({ classification, ratePercent, taxable, taxes: sums }) => [
      ...[classification || '–', `${ratePercent} %`, figure(taxable.toJSON(), paper)],
      ...kinds.map((kind) => figure(sums.get(kind)?.toJSON() ?? '0', paper)),
    ]),
  };
}

function moneyOf(amount: string, { currency }: PaperContent): Money {
  return Money.parse(amount, currency);
}

/** In lakh and crore and without the sign of the currency, which stands at the total. */
function figure(amount: string, paper: PaperContent): string {
  return amountOnPaper(moneyOf(amount, paper).toJSON());
}
