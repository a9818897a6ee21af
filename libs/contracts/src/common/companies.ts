import { z } from 'zod';
import { Gstin } from '../gstin.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount, CurrencyCode } from '../shared.js';
import { Pan, Tan } from '../tax-numbers.js';
import { Language } from './identity.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const month = z.int().min(1).max(12).meta({ description: 'The month in which the financial year begins.' });
const timeZone = z
  .string()
  .min(1)
  .max(60)
  .meta({ examples: ['Asia/Kolkata'] });
const gstins = z
  .array(Gstin)
  .max(40)
  .meta({ description: 'One for each state the company is registered in.' });

export const CompanyKind = z.enum(['business', 'society']).meta({ id: 'CompanyKind' });

/** How documents of one kind are numbered: prefix/financial year/number. GST allows sixteen characters in all. */
export const NumberSeries = z
  .record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a kind of document such as sales-invoice'),
    z.strictObject({
      prefix: z.string().regex(/^[A-Z0-9]{1,6}$/, 'takes 1 to 6 capital letters and digits'),
      digits: z.int().min(3).max(9),
    }),
  )
  .meta({ id: 'NumberSeries', examples: [{ 'sales-invoice': { prefix: 'SI', digits: 4 } }] });

export const CompanyPreferences = z
  .strictObject({
    language: Language.optional().meta({
      description: 'Of papers, mails and reminders for which nobody chooses another.',
      default: 'en',
    }),
    dateFormat: z.enum(['dd-mm-yyyy', 'yyyy-mm-dd', 'dd-mmm-yyyy']).optional(),
    weekStartsOn: z.enum(['monday', 'sunday']).optional(),
  })
  .meta({ id: 'CompanyPreferences' });

export const CreateCompany = z
  .strictObject({
    name,
    kind: CompanyKind.optional().meta({ default: 'business' }),
    legalName: name.optional().meta({ description: 'As registered, where it differs from the name in use.' }),
    pan: Pan.optional(),
    tan: Tan.optional(),
    gstins: gstins.optional(),
    currency: CurrencyCode.optional().meta({ default: 'INR' }),
    timeZone: timeZone.optional().meta({ default: 'Asia/Kolkata' }),
    financialYearStartMonth: month.optional().meta({ default: 4 }),
    numberSeries: NumberSeries.optional(),
    preferences: CompanyPreferences.optional(),
  })
  .meta({ id: 'CreateCompany' });

/** The currency and the financial year are what the books are written in; they cannot be changed afterwards. */
export const PatchCompany = z
  .strictObject({
    name: name.optional(),
    legalName: name.nullable().optional(),
    pan: Pan.nullable().optional(),
    tan: Tan.nullable().optional(),
    gstins: gstins.optional(),
    timeZone: timeZone.optional(),
    numberSeries: NumberSeries.optional(),
    preferences: CompanyPreferences.optional(),
    secondApprovalAbove: Amount.nullable()
      .optional()
      .meta({ description: 'Manual journals of more than this need two approvals; null: one is enough.' }),
    authorMayApprove: z.boolean().optional().meta({
      description:
        'The only person who may approve journals, or budgets, may approve their own too, where one approval is enough. Without effect while somebody else may approve.',
    }),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'PatchCompany' });

export const CompanyDto = z
  .object({
    id: Id,
    name: z.string(),
    kind: CompanyKind,
    legalName: z.string().nullable(),
    pan: z.string().nullable(),
    tan: z.string().nullable(),
    gstins: z.array(z.object({ gstin: z.string(), stateCode: z.string() })),
    currency: CurrencyCode,
    timeZone: z.string(),
    financialYearStartMonth: z.int().min(1).max(12),
    numberSeries: z.record(z.string(), z.object({ prefix: z.string(), digits: z.int() })),
    preferences: CompanyPreferences,
    secondApprovalAbove: Amount.nullable(),
    authorMayApprove: z.boolean(),
    isActive: z.boolean(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Company' });

export const CompanyPage = pageOf('CompanyPage', CompanyDto);

export const ListCompanies = z.strictObject({
  ...pageQuery,
  sort: z.enum(['name', '-name', 'createdAt', '-createdAt']).optional().meta({ default: 'name' }),
});

export type CompanyKind = z.infer<typeof CompanyKind>;
export type NumberSeries = z.infer<typeof NumberSeries>;
export type CompanyPreferences = z.infer<typeof CompanyPreferences>;
export type CreateCompany = z.infer<typeof CreateCompany>;
export type PatchCompany = z.infer<typeof PatchCompany>;
export type CompanyDto = z.infer<typeof CompanyDto>;
export type CompanyPage = z.infer<typeof CompanyPage>;
export type ListCompanies = z.infer<typeof ListCompanies>;
