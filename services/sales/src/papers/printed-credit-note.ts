import type { PaperLanguage } from '@dhanman/contracts';
import { amountInWords, dayOnPaper } from '@dhanman/kernel';
import type { CreditNotePaper } from './paper-content.js';
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

/** The particulars that rule 53(1A) of the GST rules asks of a credit note, as it stands since 1 February 2019. */
export function printedCreditNote(
  paper: CreditNotePaper,
  words: PaperWords,
  language: PaperLanguage,
): PrintedPaper {
  const { labels } = words;
  const { currency, lines, totals, notes } = paper;
  const total = moneyOf(totals.total, paper);
  const kinds = totals.taxes.map(({ kind }) => kind);
  return {
    ...{ title: words.creditNote, remarks: [], buyerAs: labels.billedTo },
    ...{ seller: partyOf(paper.seller, labels), buyer: partyOf(paper.buyer, labels) },
    facts: factsOf(paper, words),
    columns: [labels.line, labels.description, labels.classification, labels.quantity].concat([
      ...[labels.taxable, labels.rate, labels.tax, labels.amount],
    ]),
    rows: lines.map((line, index) => rowOf(paper, line, String(index + 1))),
    totals: totalsOf(paper, words),
    total: [labels.total, total.format()],
    words: amountInWords(total, language),
    summary: summaryTable(lines, { currency, kinds }, words),
    said: notes === null ? [] : [{ label: labels.notes, lines: linesOf(notes) }],
    ...{ upi: null, labels },
  };
}

function factsOf(paper: CreditNotePaper, { labels, reasons }: PaperWords): PrintedPaper['facts'] {
  const { number, on, invoice, reason, totals, isReverseCharge } = paper;
  return [
    [labels.noteNumber, number],
    [labels.on, dayOnPaper(on)],
    [labels.forInvoice, invoice.number],
    [labels.invoiceOn, dayOnPaper(invoice.on)],
    [labels.reason, reasons[reason]],
    [labels.placeOfSupply, stateOf(totals.placeOfSupply)],
    [labels.reverseCharge, isReverseCharge ? labels.yes : labels.no],
  ];
}

/** Where only a price is lowered, nothing came back. */
function rowOf(paper: CreditNotePaper, line: CreditNotePaper['lines'][number], place: string): string[] {
  const isTaxed = line.taxes.length > 0;
  const tax = line.taxes.reduce((sum, { amount }) => sum.add(moneyOf(amount, paper)), moneyOf('0', paper));
  return [
    ...[place, line.description, line.classification ?? ''],
    /[1-9]/.test(line.quantity) ? `${line.quantity} ${line.unit}` : '–',
    figure(isTaxed ? line.taxable : line.net, paper),
    ...(isTaxed ? [`${line.ratePercent} %`, figure(tax.toJSON(), paper)] : ['–', '–']),
    figure(line.total, paper),
  ];
}

function totalsOf(paper: CreditNotePaper, { labels, taxes }: PaperWords): PrintedPaper['totals'] {
  const { net, taxable, reverseCharge, roundOff, taxes: sums } = paper.totals;
  const isOwed = !moneyOf(reverseCharge, paper).isZero;
  const rows: (readonly [string, string])[] = [
    ...(net === taxable ? [] : [[labels.net, net] as const]),
    [labels.taxable, taxable],
    ...(isOwed ? [] : sums.map(({ kind, amount }) => [taxes[kind], amount] as const)),
    [labels.owedByBuyer, reverseCharge],
    [labels.roundOff, roundOff],
  ];
  return totalRows(rows, paper);
}
