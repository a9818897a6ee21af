import type { PaperLanguage } from '@dhanman/contracts';
import type { PaperContent } from './paper-content.js';
import type { PrintedPaper } from './paper-parts.js';
import { paperWords } from './paper-words.js';
import { printedCreditNote } from './printed-credit-note.js';
import { printedInvoice } from './printed-invoice.js';
import { printedReceipt } from './printed-receipt.js';

/** What stands on a paper in a language: the same content gives the same texts for ever. */
export function printedPaper(content: PaperContent, language: PaperLanguage): PrintedPaper {
  const words = paperWords[language];
  switch (content.document) {
    case 'credit-note':
      return printedCreditNote(content, words, language);
    case 'receipt':
      return printedReceipt(content, words, language);
    default:
      return printedInvoice(content, words, language);
  }
}
