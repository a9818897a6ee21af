import type {
  CreditableDto,
  CreditedLineDto,
  CreditNoteDto,
  CreditNoteLine,
  TaxTotals,
} from '@dhanman/contracts';
import {
  allOf,
  type Creditable,
  type CreditedDocument,
  type CreditLine,
  creditOf,
  type CreditWanted,
  leftAfter,
  lastDayForCreditNote,
  Money,
  PlainDate,
  Quantity,
} from '@dhanman/kernel';
import type { Invoice } from '../invoices/invoice.js';
import type { Credited } from './credit-note.js';
import { InvoiceWrittenOff } from './credit-note-errors.js';

/** A line of an invoice with the words that its notes repeat. */
interface NamedLine extends CreditLine {
  readonly description: string;
  readonly classification: string | undefined;
}

export interface CreditableInvoice extends Creditable<NamedLine> {
  readonly totals: TaxTotals;
  readonly writtenOff: Money;
}

type Billed = Pick<Invoice, 'content' | 'taxed' | 'currency' | 'total' | 'writtenOff'>;

/** What the notes before leave of an invoice. */
export function creditable(
  { content, taxed, currency, total, writtenOff }: Billed,
  before: readonly Credited[],
): CreditableInvoice {
  const money = (text: string): Money => Money.parse(text, currency);
  const lines = content.lines.flatMap(
    ({ description, classification, quantity, unit }, index): NamedLine[] => {
      const computed = taxed.lines[index];
      if (!computed) return [];
      const { net, taxable, taxes } = computed;
      return [
        {
          ...{ description, classification, quantity: Quantity.parse(quantity, unit) },
          ...{ net: money(net), taxable: money(taxable) },
          taxes: taxes.map((tax) => ({ ...tax, amount: money(tax.amount) })),
        },
      ];
    },
  );
  const isReverseCharge = money(taxed.totals.reverseCharge).isPositive;
  const whole: Creditable<NamedLine> = { currency, lines, total: money(total), isReverseCharge };
  const left = before.reduce((rest, note) => leftAfter(rest, parsed(note, currency)), whole);
  return { ...left, totals: taxed.totals, writtenOff: money(writtenOff) };
}

/** What a note of these lines amounts to; of everything that is left, when none are named. */
export function credited(left: CreditableInvoice, wanted: readonly CreditNoteLine[] | null): Credited {
  mustBeOwed(left);
  const document = creditOf(left, wanted?.map((one) => parsedWish(one, left)) ?? allOf(left));
  return { lines: document.lines.map((line) => lineDto(left, line)), totals: totalsOf(left, document) };
}

export function creditableDto(
  invoice: Pick<Invoice, 'id' | 'on' | 'currency'>,
  left: CreditableInvoice,
): CreditableDto {
  mustBeOwed(left);
  const { id: invoiceId, on, currency } = invoice;
  return {
    ...{ invoiceId, currency, total: left.total.toJSON(), lastTaxDay: lastTaxDay(on) },
    lines: left.lines.map((line, index) => ({ line: index, ...fieldsOf(line) })),
  };
}

function mustBeOwed({ writtenOff }: CreditableInvoice): void {
  if (writtenOff.isPositive) throw new InvoiceWrittenOff(writtenOff.toString());
}

export function lastTaxDay(suppliedOn: string): string {
  return lastDayForCreditNote(PlainDate.parse(suppliedOn)).toString();
}

function parsedWish(one: CreditNoteLine, { lines, currency }: CreditableInvoice): CreditWanted {
  const { line } = one;
  if ('amount' in one) return { line, amount: Money.parse(one.amount, currency) };
  return { line, quantity: Quantity.parse(one.quantity, lines[line]?.quantity.unit ?? 'NOS') };
}

function parsed({ lines, totals }: Credited, currency: string): Pick<CreditedDocument, 'lines' | 'total'> {
  const money = (text: string): Money => Money.parse(text, currency);
  return {
    total: money(totals.total),
    lines: lines.map(({ line, quantity, unit, net, taxable, taxes, total }) => ({
      ...{ line, quantity: Quantity.parse(quantity, unit), net: money(net), taxable: money(taxable) },
      ...{ total: money(total), taxes: taxes.map((tax) => ({ ...tax, amount: money(tax.amount) })) },
    })),
  };
}

function lineDto({ lines }: CreditableInvoice, credit: CreditedDocument['lines'][number]): CreditedLineDto {
  const { line, total } = credit;
  const { description = '', classification } = lines[line] ?? {};
  return { line, ...fieldsOf({ ...credit, description, classification }), total: total.toJSON() };
}

function fieldsOf({ description, classification, quantity, net, taxable, taxes }: NamedLine) {
  return {
    ...{ description, ...(classification !== undefined && { classification }) },
    ...{ quantity: quantity.toJSON(), unit: quantity.unit, net: net.toJSON(), taxable: taxable.toJSON() },
    taxes: taxes.map((tax) => ({ ...tax, amount: tax.amount.toJSON() })),
  };
}

/** Where it was supplied, and how the law saw it, is as on the invoice. */
function totalsOf({ totals }: CreditableInvoice, document: CreditedDocument): CreditNoteDto['totals'] {
  const { kind, nature, placeOfSupply } = totals;
  const { net, taxable, taxes, reverseCharge, roundOff, total } = document;
  return {
    ...{ kind, nature, placeOfSupply, net: net.toJSON(), taxable: taxable.toJSON() },
    taxes: taxes.map((one) => ({ kind: one.kind, amount: one.amount.toJSON() })),
    ...{ reverseCharge: reverseCharge.toJSON(), roundOff: roundOff.toJSON(), total: total.toJSON() },
  };
}
