import type { CreditNoteReason, ReceiptMode } from '@dhanman/contracts';
import type { Credited } from '../credit-notes/credit-note.js';
import type { Taxed } from '../invoices/invoice.js';
import type { PaperUpi } from '../invoices/upi-request.js';
import type { SaleContent } from '../tax/sale.js';

export interface PaperParty {
  readonly name: string;
  readonly gstin: string | null;
  readonly stateCode: string | null;
  /** Papers of before addresses were kept have none. */
  readonly address?: string | null;
  readonly contact?: string | null;
}

/** Who gives the paper to whom, and how it is found again. */
interface Head {
  readonly seller: PaperParty;
  readonly buyer: PaperParty;
  readonly number: string;
  readonly on: string;
  readonly currency: string;
  readonly notes: string | null;
}

export interface InvoicePaper extends Head {
  /** Papers of before other documents had some do not say what they are of. */
  readonly document?: 'invoice';
  readonly isComposition: boolean;
  readonly dueOn: string | null;
  readonly payment?: string | null;
  readonly terms?: string | null;
  /** Papers of before the company gave its UPI id ask for nothing by it. */
  readonly upi?: PaperUpi | null;
  readonly content: SaleContent;
  readonly taxed: Taxed;
}

export interface CreditNotePaper extends Head {
  readonly document: 'credit-note';
  readonly isReverseCharge: boolean;
  readonly invoice: { readonly number: string; readonly on: string };
  readonly reason: CreditNoteReason;
  /** Each with the rate that the line of the invoice bears. */
  readonly lines: readonly (Credited['lines'][number] & { readonly ratePercent: string })[];
  readonly totals: Credited['totals'];
}

export interface ReceiptPaper extends Head {
  readonly document: 'receipt';
  readonly mode: ReceiptMode;
  readonly reference: string | null;
  readonly amount: string;
  readonly tds: string;
  readonly settled: readonly { readonly number: string; readonly on: string; readonly amount: string }[];
}

/** Everything that stands on the paper, as it was on its day: who changes a name later changes no paper. */
export type PaperContent = InvoicePaper | CreditNotePaper | ReceiptPaper;

export function isOfInvoice(content: PaperContent): content is InvoicePaper {
  return content.document === undefined || content.document === 'invoice';
}
