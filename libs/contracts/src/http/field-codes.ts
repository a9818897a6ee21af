// What a schema can find wrong with a field, as words that programs compare and other languages translate. A spec sees to
// it that every sentence a contract gives to a schema stands here.

/** The codes of what every schema can say; the numbers in `details` are `minimum` and `maximum`. */
export const shapeCodes = [
  ...(['required', 'not-known', 'not-storable', 'type-wrong', 'choice-unknown', 'format-wrong'] as const),
  ...(['text-too-short', 'text-too-long', 'number-too-small', 'number-too-large'] as const),
  ...(['list-too-short', 'list-too-long', 'not-a-date', 'not-an-instant', 'not-an-address'] as const),
  'not-an-email',
] as const;

export type ShapeCode = (typeof shapeCodes)[number];

/** The codes of what the schemas of the contracts say in words of their own. */
export const sentenceCodes: Readonly<Record<string, string>> = {
  'must not be blank': 'text-blank',
  'must not be blank, nor begin or end with a space': 'text-with-outer-space',
  'must be one line, and not blank': 'not-one-line',
  'must not hold slashes or control characters': 'file-name-wrong',
  'may name {customer}, {number}, {amount}, {due}, {days} and {company}, and nothing else in braces':
    'placeholder-unknown',
  'must be an amount such as 1180.00': 'not-an-amount',
  'must be an amount such as 1180.00 or -1180.00': 'not-an-amount',
  'must be an amount above zero such as 1180.00': 'not-an-amount-above-zero',
  'must be a quantity such as 2.5': 'not-a-quantity',
  'must be above zero': 'not-above-zero',
  'must be a percentage such as 18': 'not-a-percentage',
  'must be a percentage such as 5 or -2.5': 'not-a-percentage',
  'must be a currency code such as INR': 'not-a-currency',
  'must be a year such as 2026-27': 'not-a-financial-year',
  'must be an HSN or SAC code of 4, 6 or 8 digits': 'classification-invalid',
  'must have 15 characters': 'gstin-length-wrong',
  'is not a valid GSTIN: please check each character': 'not-a-gstin',
  'must be the two digits of a GST state code, such as 27': 'not-a-state',
  'must be a PAN such as AAPFU0939F': 'not-a-pan',
  'must be a TAN such as MUMA12345B': 'not-a-tan',
  'must be an IFSC such as HDFC0000001': 'not-an-ifsc',
  'must be a UPI id such as asha@upi': 'not-a-upi-id',
  'must be a UPI id, such as shop@bank': 'not-a-upi-id',
  'must be an international number such as +919876543210': 'not-a-phone-number',
  'must be an e-mail address': 'not-an-email',
  'must be an address without spaces': 'not-an-address',
  'must be six digits or a recovery code': 'not-a-code',
  'must be an account number': 'not-an-account',
  'must be the number of an account for assets, such as 11120': 'not-an-asset-account',
  'takes 3 to 10 digits, the first from 1 (assets) to 5 (expenses)': 'not-an-account',
  'takes 6 to 18 digits': 'not-a-bank-account',
  'takes 1 to 6 capital letters and digits': 'prefix-wrong',
  'takes 1 to 10 capital letters, digits and -': 'code-malformed',
  'takes 1 to 20 capital letters, digits and . / _ -': 'code-malformed',
  'takes 1 to 30 capital letters, digits and . / _ -': 'code-malformed',
  'must be either text or workbook': 'sheet-missing',
  'must be base64url': 'format-wrong',
  'must be a UUID of version 7 in lower case': 'choice-unknown',
  'must be a correlation id: 8 to 128 letters, digits and . _ -': 'format-wrong',
  'must be a kind of document such as sales-invoice': 'choice-unknown',
  'must be the name of a kind of record such as invoice': 'choice-unknown',
  'must be a permission such as dhanman.sales.invoice.read, with * for any part': 'format-wrong',
  'is not a cursor of this list': 'cursor-invalid',
  'is not a cursor of this report': 'cursor-invalid',
  'is not the text of a link': 'link-not-valid',
  'is not a sign-in': 'format-wrong',
  'is not a session': 'format-wrong',
};
