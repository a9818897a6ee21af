// In which section of the monthly return of outward supplies (GSTR-1) a document is told. A note follows the invoice it
// corrects: by the law of the invoice's day, and "large" when either of the two is.
import { Money } from '../money.js';
import type { PlainDate } from '../plain-date.js';
import { largeConsumerInvoice } from './rules.js';
import { outsideIndia, type StateCode } from './state-codes.js';

export type ReturnSection = 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur';

export interface ReturnDocument {
  readonly supplierState: StateCode;
  readonly placeOfSupply: string;
  readonly recipientGstin?: string;
  readonly total: Money;
  readonly on: PlainDate;
  /** The invoice that a credit or debit note corrects; an invoice has none. */
  readonly corrects?: { readonly total: Money; readonly on: PlainDate };
}

/** Who has a GSTIN can claim the tax and is told one by one; of the others only exports and large sales are. */
export function returnSectionOf(document: ReturnDocument): ReturnSection {
  const isNote = document.corrects !== undefined;
  if (document.placeOfSupply === outsideIndia) return isNote ? 'cdnur' : 'exp';
  if (document.recipientGstin !== undefined) return isNote ? 'cdnr' : 'b2b';
  if (!isLarge(document)) return 'b2cs';
  return isNote ? 'cdnur' : 'b2cl';
}

function isLarge({ supplierState, placeOfSupply, total, on, corrects }: ReturnDocument): boolean {
  if (placeOfSupply === supplierState) return false;
  const limit = Money.parse(largeConsumerInvoice.on(corrects?.on ?? on).says, total.currency);
  return [total, ...(corrects ? [corrects.total] : [])].some((amount) => amount.compare(limit) > 0);
}
