import { z } from 'zod';
import { StateCode } from '../gstin.js';
import { Id } from '../http/shared.js';
import { Amount, CurrencyCode, DateText, PositiveAmount } from '../shared.js';

const percent = z
  .string()
  .regex(/^(0|[1-9][0-9]?|100)(\.[0-9]{1,3})?$/, 'must be a percentage such as 18')
  .meta({ id: 'Percent', examples: ['18'] });
const quantity = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/, 'must be a quantity such as 2.5')
  .meta({ id: 'QuantityText', examples: ['2.5'] });
export const positiveQuantity = quantity
  .regex(/[1-9]/, 'must be above zero')
  .meta({ id: 'PositiveQuantityText' });
const unit = z
  .string()
  .min(1)
  .max(20)
  .meta({ examples: ['NOS'] });
const discount = z
  .union([z.strictObject({ percent }), z.strictObject({ amount: PositiveAmount })])
  .meta({ id: 'Discount', description: 'A percentage of the line, or an amount.' });

/** How the law treats what a line supplies; only `taxable` lines bear tax. */
export const TaxTreatment = z
  .enum(['taxable', 'nil-rated', 'exempt', 'non-gst'])
  .meta({ id: 'TaxTreatment' });

/** HSN for goods, SAC for services: those begin with 99. */
export const Classification = z
  .string()
  .regex(/^(\d{4}|\d{6}|\d{8})$/, 'must be an HSN or SAC code of 4, 6 or 8 digits')
  .meta({ id: 'Classification', examples: ['999598'] });

export const SaleLine = z
  .strictObject({
    productId: Id.optional(),
    description: z.string().min(1).max(500).regex(/\S/, 'must not be blank'),
    classification: Classification.optional(),
    quantity,
    unit,
    price: Amount,
    discount: discount.optional(),
    treatment: TaxTreatment.optional().meta({ default: 'taxable' }),
    ratePercent: percent,
    cess: z
      .strictObject({ percent: percent.optional(), perUnit: PositiveAmount.optional() })
      .optional()
      .meta({ description: 'Compensation cess by value, by unit or both.' }),
    contributionOf: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'The residential unit whose monthly contribution this line belongs to.' }),
  })
  .meta({ id: 'SaleLine' });

/** What decides the amounts of a sale besides its lines. */
export const saleOptions = {
  charges: z
    .array(z.strictObject({ name: z.string().min(1).max(80), amount: PositiveAmount }))
    .max(20)
    .optional()
    .meta({ description: 'Freight and the like, taxed with the lines they are spread on.' }),
  discount: PositiveAmount.optional().meta({ description: 'Off the whole document, before tax.' }),
  pricesIncludeTax: z.boolean().optional().meta({ default: false }),
  isRoundedOff: z.boolean().optional().meta({ default: true, description: 'To the nearest rupee.' }),
  soldFrom: StateCode.optional().meta({
    description: 'The state of the registration that sells, where a company has several.',
  }),
  deliveredTo: StateCode.optional().meta({ description: 'The state goods go to, where that decides.' }),
  propertyIn: StateCode.optional().meta({ description: 'The state of the building a service is for.' }),
  paysTaxOnZeroRated: z.boolean().optional().meta({ default: false }),
  isReverseCharge: z.boolean().optional().meta({ default: false }),
  months: z
    .int()
    .min(1)
    .max(12)
    .optional()
    .meta({ default: 1, description: 'How many months a society bills; its limit is monthly.' }),
};

/** What decides the amounts of a sale: the same for a preview, an invoice and a note. */
export const saleFields = { customerId: Id, lines: z.array(SaleLine).min(1).max(500), ...saleOptions };

export const QuoteTax = z.strictObject({ on: DateText, ...saleFields }).meta({ id: 'QuoteTax' });

export const TaxKind = z.enum(['cgst', 'sgst', 'utgst', 'igst', 'cess']).meta({ id: 'TaxKind' });

const LineTaxDto = z
  .object({ kind: TaxKind, ratePercent: z.string(), amount: Amount })
  .meta({ id: 'LineTax' });

export const TaxedLineDto = z
  .object({
    gross: Amount,
    discount: Amount,
    charges: Amount,
    net: Amount,
    taxable: Amount,
    taxes: z.array(LineTaxDto),
    total: Amount,
  })
  .meta({ id: 'TaxedLine' });

export const TaxTotals = z
  .object({
    kind: z.enum(['tax-invoice', 'bill-of-supply', 'invoice-cum-bill-of-supply']),
    nature: z.enum(['intra-state', 'inter-state', 'sez', 'export']),
    placeOfSupply: z.string(),
    gross: Amount,
    discount: Amount,
    charges: Amount,
    net: Amount,
    taxable: Amount,
    taxes: z.array(z.object({ kind: TaxKind, amount: Amount })),
    reverseCharge: Amount,
    roundOff: z.string().meta({ description: 'Added to reach the total; may be negative.' }),
    total: Amount,
  })
  .meta({ id: 'TaxTotals' });

/** Why a figure is what it is, down to facts and paragraphs. */
export interface ReasonDto {
  rule: string;
  found: string;
  inputs: Record<string, string>;
  source: string;
  because: ReasonDto[];
}

export const ReasonDto: z.ZodType<ReasonDto> = z
  .object({
    rule: z.string(),
    found: z.string(),
    inputs: z.record(z.string(), z.string()),
    source: z.string(),
    because: z.array(z.lazy(() => ReasonDto)),
  })
  .meta({ id: 'Reason' });

export const TaxQuoteDto = z
  .object({
    currency: CurrencyCode,
    lines: z.array(TaxedLineDto),
    totals: TaxTotals,
    warnings: z.array(z.object({ code: z.string(), line: z.int(), message: z.string() })),
    reason: ReasonDto,
  })
  .meta({ id: 'TaxQuote' });

/** What the tax of a company depends on besides its registrations. */
export const TaxSettings = z
  .strictObject({
    isComposition: z.boolean().meta({ description: 'Pays tax by composition and charges none.' }),
    turnover: Amount.meta({ description: 'Aggregate turnover, by which thresholds are judged.' }),
    societyView: z
      .enum(['whole', 'excess'])
      .meta({ description: 'Above the limit of a society: the whole contribution, or what is above.' }),
    stateCode: StateCode.nullable()
      .optional()
      .meta({ description: 'Where a company without a GSTIN is; with one, its registrations say so.' }),
  })
  .meta({ id: 'TaxSettings' });

export type SaleLine = z.infer<typeof SaleLine>;
export type QuoteTax = z.infer<typeof QuoteTax>;
export type TaxQuoteDto = z.infer<typeof TaxQuoteDto>;
export type TaxTotals = z.infer<typeof TaxTotals>;
export type TaxedLineDto = z.infer<typeof TaxedLineDto>;
export type TaxSettings = z.infer<typeof TaxSettings>;
