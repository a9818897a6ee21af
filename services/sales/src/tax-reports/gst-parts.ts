// What of a document is told in which section of the return of outward supplies. A line is told once: its taxed part in
// the section of the document and the rest among what bears no tax, so that the sections add up to the documents.
import type { ReportDocument, ReportWord, TaxedLineDto, TaxTotals } from '@dhanman/contracts';
import { type Id, Money, PlainDate, type ReturnSection, returnSectionOf } from '@dhanman/kernel';

export type GstSection = ReturnSection | 'nil' | 'outside';

export const gstSections: readonly GstSection[] = [
  ...(['b2b', 'b2cl', 'b2cs', 'exp', 'cdnr', 'cdnur', 'nil', 'outside'] as const),
];

export interface DocumentLine {
  readonly classification: string;
  readonly treatment: 'taxable' | 'nil-rated' | 'exempt' | 'non-gst';
  readonly ratePercent: string;
  readonly quantity: string;
  readonly unit: string;
  readonly net: string;
  readonly taxable: string;
  readonly taxes: TaxedLineDto['taxes'];
}

export interface TaxDocument {
  readonly id: Id;
  readonly document: ReportDocument;
  readonly number: string;
  readonly on: string;
  readonly customerName: string;
  readonly state: ReportWord;
  /** It was cancelled, or taken back before it was told. */
  readonly isVoid: boolean;
  readonly sign: 1 | -1;
  readonly sellerGstin: string | null;
  readonly buyerGstin: string | null;
  /** Nothing says where the customer is. */
  readonly isPlaceless: boolean;
  readonly totals: Pick<TaxTotals, 'nature' | 'placeOfSupply' | 'reverseCharge' | 'total'>;
  readonly corrects: { readonly on: string; readonly total: string } | null;
  readonly lines: readonly DocumentLine[];
}

/** The documents of a return, and what the law makes of their lines. */
export interface GstReturn {
  readonly documents: readonly TaxDocument[];
  readonly currency: string;
  /** How many digits of an HSN or SAC the return shows. */
  readonly digits: number;
  /** How many a line needs that is sold to somebody without registration. */
  readonly digitsToOthers: number;
}

export const taxNames = ['cgst', 'sgst', 'igst', 'cess'] as const;

export type Taxes = Readonly<Record<(typeof taxNames)[number], Money>>;

/** A line of a document, or a part of one, in its section; below zero where it is credited. */
export interface Part extends Taxes {
  readonly of: TaxDocument;
  readonly line: DocumentLine;
  readonly section: GstSection;
  readonly value: Money;
}

export function partsOf(document: TaxDocument, currency: string): readonly Part[] {
  if (document.isVoid) return [];
  const section = sectionOf(document, currency);
  return document.lines.flatMap((line) => {
    const [net, taxable] = [line.net, line.taxable].map((text) => Money.parse(text, currency)) as [
      Money,
      Money,
    ];
    if (section === 'outside') return [part(document, line, section, net)];
    const taxed = line.treatment === 'taxable' ? taxable : Money.zero(currency);
    const rest = net.subtract(taxed);
    return [
      ...(line.treatment === 'taxable' ? [part(document, line, section, taxed)] : []),
      ...(rest.isZero ? [] : [{ ...part(document, { ...line, taxes: [] }, 'nil', rest) }]),
    ];
  });
}

/** Who has no registration files no return, and what moves within one is no supply. */
function sectionOf(document: TaxDocument, currency: string): GstSection {
  const { sellerGstin, buyerGstin, totals, on, corrects } = document;
  if (sellerGstin === null || sellerGstin === buyerGstin) return 'outside';
  return returnSectionOf({
    ...{ supplierState: sellerGstin.slice(0, 2), placeOfSupply: totals.placeOfSupply },
    ...(buyerGstin !== null && { recipientGstin: buyerGstin }),
    ...{ total: Money.parse(totals.total, currency), on: PlainDate.parse(on) },
    ...(corrects && {
      corrects: { total: Money.parse(corrects.total, currency), on: PlainDate.parse(corrects.on) },
    }),
  });
}

function part(of: TaxDocument, line: DocumentLine, section: GstSection, value: Money): Part {
  const signed = (amount: Money): Money => (of.sign < 0 ? amount.negate() : amount);
  const { currency } = value;
  // Tax that the customer pays to the government is told beside the value, and is no tax of the company.
  const isOwed = Money.parse(of.totals.reverseCharge, currency).isZero;
  const sumOf = (...kinds: readonly string[]): Money =>
    signed(
      Money.sum(
        line.taxes.flatMap(({ kind, amount }) =>
          isOwed && kinds.includes(kind) ? Money.parse(amount, currency) : [],
        ),
        currency,
      ),
    );
  return {
    ...{ of, line, section, value: signed(value) },
    ...{ cgst: sumOf('cgst'), sgst: sumOf('sgst', 'utgst'), igst: sumOf('igst'), cess: sumOf('cess') },
  };
}

/** What parts come to together. */
export function sumOfParts(parts: readonly Part[], currency: string): Taxes & { readonly value: Money } {
  const sum = (name: 'value' | keyof Taxes): Money =>
    Money.sum(
      parts.map((one) => one[name]),
      currency,
    );
  const [value, cgst, sgst, igst, cess] = (['value', ...taxNames] as const).map(sum) as [
    Money,
    Money,
    Money,
    Money,
    Money,
  ];
  return { value, cgst, sgst, igst, cess };
}
