import type { PaperLanguage } from '@dhanman/contracts';
import { amountInWords, dayOnPaper } from '@dhanman/kernel';
import type { ReceiptPaper } from './paper-content.js';
import { figure, linesOf, moneyOf, partyOf, type PrintedPaper, totalRows } from './paper-parts.js';
import type { PaperWords } from './paper-words.js';

/** What was given, in what way, and what it settled. It is no receipt voucher: no tax is charged on advances here. */
export function printedReceipt(
  paper: ReceiptPaper,
  words: PaperWords,
  language: PaperLanguage,
): PrintedPaper {
  const { labels } = words;
  const value = moneyOf(paper.amount, paper).add(moneyOf(paper.tds, paper));
  return {
    ...{ title: words.receipt, remarks: [], buyerAs: labels.receivedFrom },
    ...{ seller: partyOf(paper.seller, labels), buyer: partyOf(paper.buyer, labels) },
    facts: factsOf(paper, words),
    columns: [labels.line, labels.settles, labels.invoiceOn, labels.amount],
    rows: paper.settled.map(({ number, on, amount }, index) => [
      ...[String(index + 1), number, dayOnPaper(on), figure(amount, paper)],
    ]),
    totals: moneyOf(paper.tds, paper).isZero
      ? []
      : totalRows(
          [
            [labels.money, paper.amount],
            [labels.tds, paper.tds],
          ],
          paper,
        ),
    total: [labels.received, value.format()],
    words: amountInWords(value, language),
    summary: null,
    said: saidOn(paper, words),
    ...{ upi: null, labels },
  };
}

function factsOf({ number, on, mode, reference }: ReceiptPaper, { labels, modes }: PaperWords) {
  const facts: [string, string][] = [
    [labels.receiptNumber, number],
    [labels.on, dayOnPaper(on)],
    [labels.mode, modes[mode]],
  ];
  if (reference !== null) facts.push([labels.reference, reference]);
  return facts;
}

/** What settles nothing yet is the customer's, and says so. */
function saidOn(paper: ReceiptPaper, { labels }: PaperWords): PrintedPaper['said'] {
  const value = moneyOf(paper.amount, paper).add(moneyOf(paper.tds, paper));
  const left = paper.settled.reduce((rest, { amount }) => rest.subtract(moneyOf(amount, paper)), value);
  return [
    ...(left.isPositive ? [{ label: labels.keptAsAdvance, lines: [left.format()] }] : []),
    ...(paper.notes === null ? [] : [{ label: labels.notes, lines: linesOf(paper.notes) }]),
  ];
}
