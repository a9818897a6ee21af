import { z } from 'zod';

/** The fourth letter says what the holder is: C company, P person, H Hindu undivided family, F firm, A association … */
export const Pan = z
  .string()
  .regex(/^[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]$/, 'must be a PAN such as AAPFU0939F')
  .meta({ id: 'Pan', description: 'Permanent account number of income tax.', examples: ['AAPFU0939F'] });

export const Tan = z
  .string()
  .regex(/^[A-Z]{4}[0-9]{5}[A-Z]$/, 'must be a TAN such as MUMA12345B')
  .meta({ id: 'Tan', description: 'Tax deduction account number.', examples: ['MUMA12345B'] });
