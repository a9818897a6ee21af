import { z } from 'zod';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shape = /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]$/;

/**
 * Whether the text is a goods and services tax number with the right last character. That character is a Luhn-style
 * checksum in base 36 over the first fourteen, so a single mistyped or two swapped characters are found.
 */
export function isGstin(text: string): boolean {
  return shape.test(text) && text.endsWith(checkCharacter(text.slice(0, 14)));
}

function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => {
    const product = alphabet.indexOf(character) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return alphabet.charAt((36 - (sum % 36)) % 36);
}

export const Gstin = z
  .string()
  .length(15, 'must have 15 characters')
  .refine(isGstin, 'is not a valid GSTIN: please check each character')
  .meta({
    id: 'Gstin',
    description: 'Goods and services tax identification number.',
    examples: ['27AAPFU0939F1ZV'],
  });

/** The two digits that name a state in GST law; 97 is other territory, 99 the centre. */
export const StateCode = z
  .string()
  .regex(/^(0[1-9]|[12][0-9]|3[0-8]|97|99)$/, 'must be the two digits of a GST state code, such as 27')
  .meta({ id: 'StateCode', examples: ['27'] });
