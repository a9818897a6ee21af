import type { PaperLanguage } from '@dhanman/contracts';
import { amountInWords, dayOnPaper } from '@dhanman/kernel';
import type { SummedLine } from './classification-summary.js';
import type { InvoicePaper } from './paper-content.js';
import {
  figure,
  linesOf,
  moneyOf,
  partyOf,
  type PrintedPaper,
  stateOf,
  summaryTable,
  totalRows,
} from './paper-parts.js';
import type { PaperWords } from './paper-words.js';

/** The particulars that the GST rules ask of an invoice (rule 46) and a bill of supply (rule 49). */
export function printedInvoice(
  paper: InvoicePaper,
  words: PaperWords,
  language: PaperLanguage,
): PrintedPaper {
  const { labels } = words;
  const { currency, taxed } = paper;
  const kinds = taxed.totals.taxes.map(({ kind }) => kind);
  return {
    title: words.kinds[taxed.totals.kind],
    remarks: remarksOf(paper, words),
    seller: partyOf(paper.seller, labels),
    buyerAs: labels.billedTo,
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
    total: [labels.total, moneyOf(taxed.totals.total, paper).format()],
    words: amountInWords(moneyOf(taxed.totals.total, paper), language),
    summary: summaryTable(summedLines(paper), { currency, kinds }, words),
    said: (['notes', 'payment', 'terms'] as const)
      .map((about) => ({ label: labels[about], lines: linesOf(paper[about]) }))
      .filter(({ lines }) => lines.length > 0),
    upi: paper.upi ?? null,
    labels,
  };
}

function remarksOf({ taxed: { totals }, content, isComposition }: InvoicePaper, words: PaperWords): string[] {
  const remarks = isComposition ? [words.composition] : [];
  if (totals.nature !== 'sez' && totals.nature !== 'export') return remarks;
  return [...remarks, words.zeroRated[totals.nature][content.paysTaxOnZeroRated === true ? 0 : 1]];
}

function factsOf({ number, on, dueOn, taxed, content }: InvoicePaper, labels: PaperWords['labels']) {
  const facts: [string, string][] = [
    [labels.number, number],
    [labels.on, dayOnPaper(on)],
  ];
  if (dueOn !== null) facts.push([labels.dueOn, dayOnPaper(dueOn)]);
  facts.push([labels.placeOfSupply, stateOf(taxed.totals.placeOfSupply)]);
  facts.push([labels.reverseCharge, content.isReverseCharge === true ? labels.yes : labels.no]);
  return facts;
}

function rowsOf(paper: InvoicePaper): string[][] {
  return paper.content.lines.flatMap((line, index) => {
    const computed = paper.taxed.lines[index];
    return computed ? [rowOf(paper, String(index + 1), line, computed)] : [];
  });
}

type Line = InvoicePaper['content']['lines'][number];
type ComputedLine = InvoicePaper['taxed']['lines'][number];

function rowOf(paper: InvoicePaper, place: string, line: Line, computed: ComputedLine): string[] {
  const isTaxed = computed.taxes.length > 0;
  return [
    ...[place, line.description, line.classification ?? '', `${line.quantity} ${line.unit}`],
    ...[line.price, computed.discount, isTaxed ? computed.taxable : computed.net].map((amount) =>
      figure(amount, paper),
    ),
    ...[isTaxed ? `${line.ratePercent} %` : '–', figure(computed.total, paper)],
  ];
}

function totalsOf(paper: InvoicePaper, { labels, taxes }: PaperWords): PrintedPaper['totals'] {
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
  return totalRows(rows, paper);
}

export function summedLines({ content, taxed }: InvoicePaper): readonly SummedLine[] {
  return taxed.lines.flatMap(({ net, taxable, taxes }, index) => {
    const line = content.lines[index];
    if (!line) return [];
    return [{ classification: line.classification, ratePercent: line.ratePercent, net, taxable, taxes }];
  });
}
