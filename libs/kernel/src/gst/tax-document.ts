import type { Money } from '../money.js';
import type { Quantity } from '../quantity.js';
import type { Rate } from '../rate.js';
import type { Reason } from '../law/reason.js';
import type { GstKind, Levy } from './levy.js';
import type { ExemptionView } from './society.js';
import type { Supply } from './supply.js';

/** How the law treats what a line supplies. Only a taxable line bears tax; the others are reported apart. */
export type Treatment = 'taxable' | 'nil-rated' | 'exempt' | 'non-gst';
export type Discount = { readonly percent: Rate } | { readonly amount: Money };

export interface LineToTax {
  readonly quantity: Quantity;
  readonly price: Money;
  readonly discount?: Discount;
  readonly treatment: Treatment;
  /** In percent, as people write it: `18`. */
  readonly ratePercent: string;
  readonly cess?: { readonly percent?: string; readonly perUnit?: Money };
  /** The residential unit whose monthly contribution this line belongs to; dues passed on at cost have none. */
  readonly contributionOf?: string;
}

/** Everything that decides what a document amounts to. */
export interface DocumentToTax {
  readonly supply: Supply;
  readonly currency: string;
  readonly lines: readonly LineToTax[];
  /** Freight, packing and the like, taxed as part of the lines they are spread on. */
  readonly charges?: readonly { readonly name: string; readonly amount: Money }[];
  /** Off the whole document, spread on the lines before tax. */
  readonly discount?: Money;
  readonly pricesIncludeTax?: boolean;
  readonly isRoundedOff?: boolean;
  readonly society?: { readonly turnover: Money; readonly view: ExemptionView; readonly months: number };
}

export type TaxKind = GstKind | 'cess';

export interface LineTax {
  readonly kind: TaxKind;
  readonly ratePercent: string;
  readonly amount: Money;
  readonly reason: Reason;
}

export interface TaxedLine {
  /** Quantity times price. */
  readonly gross: Money;
  /** The line's own discount and its share of the document's. */
  readonly discount: Money;
  readonly charges: Money;
  /** What the line is worth before tax. */
  readonly net: Money;
  /** The part of `net` that bears tax. */
  readonly taxable: Money;
  readonly taxes: readonly LineTax[];
  readonly total: Money;
}

export type DocumentKind = 'tax-invoice' | 'bill-of-supply' | 'invoice-cum-bill-of-supply';

export interface TaxedDocument {
  readonly kind: DocumentKind;
  readonly levy: Levy;
  readonly lines: readonly TaxedLine[];
  readonly gross: Money;
  readonly discount: Money;
  readonly charges: Money;
  readonly net: Money;
  readonly taxable: Money;
  readonly taxes: readonly { readonly kind: TaxKind; readonly amount: Money }[];
  /** Owed by the recipient to the government; not in `total`. */
  readonly reverseCharge: Money;
  readonly roundOff: Money;
  readonly total: Money;
  readonly warnings: readonly TaxWarning[];
  readonly reason: Reason;
}

export interface TaxWarning {
  readonly code: 'rate-not-in-force';
  readonly line: number;
  readonly message: string;
}
