import { z } from 'zod';

/** An amount above zero as decimal text; its currency stands on the document. Never a JavaScript number. */
export const PositiveAmount = z
  .string()
  .regex(
    /^(?!0+(\.0+)?$)(0|[1-9][0-9]{0,15})(\.[0-9]{2,4})?$/,
    'must be an amount above zero such as 1180.00',
  )
  .meta({ id: 'PositiveAmount', examples: ['1180.00'] });

/** The same, or nothing: a price, a total. */
export const Amount = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})(\.[0-9]{2,4})?$/, 'must be an amount such as 1180.00')
  .meta({ id: 'Amount', examples: ['1180.00'] });

/** A day without time or zone. */
export const DateText = z.iso.date().meta({ id: 'Date', examples: ['2026-04-01'] });

/** An ISO 4217 code. */
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code such as INR')
  .meta({ id: 'CurrencyCode', examples: ['INR'] });
