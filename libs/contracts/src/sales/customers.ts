import { z } from 'zod';
import { Gstin, StateCode } from '../gstin.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount } from '../shared.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9./_-]{0,19}$/, 'takes 1 to 20 capital letters, digits and . / _ -')
  .meta({ examples: ['ACME-01'] });
const email = z.email().max(254);
const phone = z
  .string()
  .regex(/^\+[1-9][0-9]{6,14}$/, 'must be an international number such as +919876543210')
  .meta({ examples: ['+919876543210'] });

/** Several lines, as it stands on an envelope. */
const address = z.string().min(1).max(500).regex(/\S/, 'must not be blank');

const termDays = z.int().min(0).max(365).meta({
  description:
    'Days from the date of an invoice until it is due, unless it says a day itself. Thirty without.',
});

const creditLimit = Amount.meta({
  description:
    'What the customer may owe at most, less what is left of payments and credit notes; without it, anything. Setting it ' +
    'needs dhanman.sales.credit-limit.update.',
});

/** A person at a customer. */
export const CustomerContact = z
  .strictObject({
    name: z.string().min(1).max(100).regex(/\S/, 'must not be blank'),
    role: z.string().min(1).max(100).regex(/\S/, 'must not be blank').nullable(),
    email: email.nullable(),
    phone: phone.nullable(),
    getsMails: z.boolean().meta({ description: 'Invoices and reminders go to this address too.' }),
  })
  .meta({ id: 'CustomerContact' });

/** With the address of the customer itself no more than one mail goes to. */
const contacts = z.array(CustomerContact).max(9);

/** What a customer is to the tax: registered, composition and zone customers have a GSTIN, the others have none. */
export const CustomerStanding = z
  .enum(['registered', 'composition', 'unregistered', 'sez', 'overseas'])
  .meta({ id: 'CustomerStanding' });

export const CreateCustomer = z
  .strictObject({
    name,
    code: code.optional(),
    email: email.optional(),
    phone: phone.optional(),
    address: address.optional(),
    gstin: Gstin.optional(),
    stateCode: StateCode.optional(),
    termDays: termDays.optional(),
    creditLimit: creditLimit.optional(),
    contacts: contacts.optional(),
    standing: CustomerStanding.optional().meta({
      description: 'Registered with a GSTIN and unregistered without, unless stated.',
    }),
  })
  .meta({ id: 'CreateCustomer' });

/** A merge patch (RFC 7396): a field left out stays, a field set to null is removed. */
export const PatchCustomer = z
  .strictObject({
    name: name.optional(),
    code: code.nullable().optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    address: address.nullable().optional(),
    gstin: Gstin.nullable().optional(),
    stateCode: StateCode.nullable().optional(),
    termDays: termDays.nullable().optional(),
    creditLimit: creditLimit.nullable().optional(),
    contacts: contacts.optional().meta({ description: 'All of them anew.' }),
    standing: CustomerStanding.optional(),
  })
  .meta({ id: 'PatchCustomer' });

export const CustomerDto = z
  .object({
    id: Id,
    companyId: Id,
    name: z.string(),
    code: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    gstin: z.string().nullable(),
    stateCode: z.string().nullable(),
    standing: CustomerStanding,
    termDays: termDays.nullable(),
    creditLimit: creditLimit.nullable(),
    contacts,
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Customer' });

/** What an invoice for a customer is held to when it is issued. */
export const CustomerCredit = z
  .object({
    limit: Amount.nullable(),
    owed: z.string().meta({
      description:
        'What is open now, less what is left of payments and credit notes; below zero, an advance.',
    }),
    left: z.string().nullable().meta({ description: 'Up to the limit; below zero, what is owed beyond it.' }),
  })
  .meta({ id: 'CustomerCredit' });

export const CustomerPage = pageOf('CustomerPage', CustomerDto);

export const ListCustomers = z.strictObject({
  ...pageQuery,
  sort: z.enum(['name', '-name', 'createdAt', '-createdAt']).optional().meta({ default: 'name' }),
  q: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Part of the name, code, GSTIN, e-mail or phone number.' }),
});

export type CustomerStanding = z.infer<typeof CustomerStanding>;
export type CreateCustomer = z.infer<typeof CreateCustomer>;
export type PatchCustomer = z.infer<typeof PatchCustomer>;
export type CustomerDto = z.infer<typeof CustomerDto>;
export type CustomerContact = z.infer<typeof CustomerContact>;
export type CustomerCredit = z.infer<typeof CustomerCredit>;
export type CustomerPage = z.infer<typeof CustomerPage>;
export type ListCustomers = z.infer<typeof ListCustomers>;
