import type { PaperLanguage } from '@dhanman/contracts';
import { dayOnPaper, Money } from '@dhanman/kernel';
import type { InvoicePaper } from '../papers/paper-content.js';

export interface MailDraft {
  readonly subject: string;
  readonly text: string;
}

interface Facts {
  readonly seller: string;
  readonly buyer: string;
  readonly number: string;
  readonly on: string;
  readonly dueOn: string | null;
  readonly total: string;
}

const words: Readonly<Record<PaperLanguage, (facts: Facts) => MailDraft>> = {
  en: ({ seller, buyer, number, on, dueOn, total }) => ({
    subject: `Invoice ${number} from ${seller}`,
    text: `Dear ${buyer},\n\nattached is our invoice ${number} of ${on} for ${total}${dueOn === null ? '' : `, due on ${dueOn}`}.\n\n${seller}\n`,
  }),
  hi: ({ seller, buyer, number, on, dueOn, total }) => ({
    subject: `${seller} का इनवॉइस ${number}`,
    text: `नमस्ते ${buyer},\n\n${on} का हमारा इनवॉइस ${number} संलग्न है। राशि: ${total}${dueOn === null ? '' : `, देय तारीख: ${dueOn}`}।\n\n${seller}\n`,
  }),
};

/** What the mail says unless whoever sends it says something else. */
export function mailDraft(paper: InvoicePaper, language: PaperLanguage): MailDraft {
  const { number, dueOn, taxed, currency } = paper;
  return words[language]({
    ...{ seller: asLine(paper.seller.name), buyer: asLine(paper.buyer.name), number },
    ...{ on: dayOnPaper(paper.on), dueOn: dueOn === null ? null : dayOnPaper(dueOn) },
    total: Money.parse(taxed.totals.total, currency).format(),
  });
}

/** A name with a line break in it would be a head of the mail. */
export function asLine(name: string): string {
  return name.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
}
