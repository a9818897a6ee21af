import { z } from 'zod';
import { Id } from '../http/shared.js';
import { sheetOf } from '../sheets.js';

/** Customers as a spreadsheet writes them: one row for each, with the names of the columns in the first row. */
export const ImportCustomers = sheetOf(
  'Name; and Code, GSTIN, Standing, StateCode, Address, Email and Phone where they are known',
).meta({ id: 'ImportCustomers' });

/** `known` is a customer already; `refused` has a problem in its row; the others are or become customers. */
export const CustomerImportOutcome = z
  .enum(['ready', 'imported', 'known', 'refused'])
  .meta({ id: 'CustomerImportOutcome' });

export const CustomerImport = z
  .object({
    customers: z.array(
      z.object({
        row: z.int().min(1),
        name: z.string(),
        gstin: z.string(),
        outcome: CustomerImportOutcome,
        customerId: Id.nullable().meta({ description: 'Whom it is, or whom it has become.' }),
      }),
    ),
    problems: z.array(
      z.object({
        row: z.int().min(1),
        column: z.string().nullable().meta({ description: 'Null if it is about the whole row.' }),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'CustomerImport' });

export type ImportCustomers = z.infer<typeof ImportCustomers>;
export type CustomerImport = z.infer<typeof CustomerImport>;
