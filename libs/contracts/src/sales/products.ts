import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { Amount } from '../shared.js';
import { Classification, TaxTreatment } from './tax.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9./_-]{0,29}$/, 'takes 1 to 30 capital letters, digits and . / _ -')
  .meta({ examples: ['TEA-250'] });
const unit = z
  .string()
  .min(1)
  .max(20)
  .meta({ examples: ['NOS'] });
const ratePercent = z
  .string()
  .regex(/^(0|[1-9][0-9]?|100)(\.[0-9]{1,3})?$/, 'must be a percentage such as 18')
  .meta({ examples: ['18'] });

export const CreateProduct = z
  .strictObject({
    name,
    code: code.optional(),
    classification: Classification.optional(),
    unit: unit.optional().meta({ default: 'NOS' }),
    price: Amount,
    treatment: TaxTreatment.optional().meta({ default: 'taxable' }),
    ratePercent: ratePercent.optional().meta({ default: '18' }),
  })
  .meta({ id: 'CreateProduct' });

export const PatchProduct = z
  .strictObject({
    name: name.optional(),
    code: code.nullable().optional(),
    classification: Classification.nullable().optional(),
    unit: unit.optional(),
    price: Amount.optional(),
    treatment: TaxTreatment.optional(),
    ratePercent: ratePercent.optional(),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'PatchProduct' });

export const ProductDto = z
  .object({
    id: Id,
    companyId: Id,
    name: z.string(),
    code: z.string().nullable(),
    classification: z.string().nullable(),
    unit: z.string(),
    price: Amount,
    treatment: TaxTreatment,
    ratePercent: z.string(),
    isActive: z.boolean(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Product' });

export const ProductPage = pageOf('ProductPage', ProductDto);

export const ListProducts = z.strictObject({
  ...pageQuery,
  sort: z.enum(['name', '-name', 'createdAt', '-createdAt']).optional().meta({ default: 'name' }),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of the name or code.' }),
});

export type CreateProduct = z.infer<typeof CreateProduct>;
export type PatchProduct = z.infer<typeof PatchProduct>;
export type ProductDto = z.infer<typeof ProductDto>;
export type ProductPage = z.infer<typeof ProductPage>;
export type ListProducts = z.infer<typeof ListProducts>;
