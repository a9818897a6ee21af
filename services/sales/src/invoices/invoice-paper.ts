import { checkClassification, Money } from '@dhanman/kernel';
import type { Sale } from '../tax/sale.js';

/** What the law asks of an issued paper beyond being computable: each line names what it is, in enough digits. */
export function checkPaper({ on, content, seller, buyer }: Sale): void {
  if (seller.gstins.length === 0) return;
  const facts = {
    on,
    turnover: Money.parse(seller.settings.turnover, seller.currency),
    isRecipientRegistered: buyer.gstin !== null,
  };
  for (const [index, { classification = '' }] of content.lines.entries()) {
    checkClassification(classification, facts, `lines.${index}.classification`);
  }
}
