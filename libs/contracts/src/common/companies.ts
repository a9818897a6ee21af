import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { CurrencyCode } from '../shared.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const month = z.int().min(1).max(12).meta({ description: 'The month in which the financial year begins.' });
const timeZone = z
  .string()
  .min(1)
  .max(60)
  .meta({ examples: ['Asia/Kolkata'] });

export const CreateCompany = z
  .strictObject({
    name,
    currency: CurrencyCode.optional().meta({ default: 'INR' }),
    timeZone: timeZone.optional().meta({ default: 'Asia/Kolkata' }),
    financialYearStartMonth: month.optional().meta({ default: 4 }),
  })
  .meta({ id: 'CreateCompany' });

/** The currency and the financial year are what the books are written in; they cannot be changed afterwards. */
export const PatchCompany = z
  .strictObject({ name: name.optional(), timeZone: timeZone.optional(), isActive: z.boolean().optional() })
  .meta({ id: 'PatchCompany' });

export const CompanyDto = z
  .object({
    id: Id,
    name: z.string(),
    currency: CurrencyCode,
    timeZone: z.string(),
    financialYearStartMonth: z.int().min(1).max(12),
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

export type CreateCompany = z.infer<typeof CreateCompany>;
export type PatchCompany = z.infer<typeof PatchCompany>;
export type CompanyDto = z.infer<typeof CompanyDto>;
export type CompanyPage = z.infer<typeof CompanyPage>;
export type ListCompanies = z.infer<typeof ListCompanies>;
