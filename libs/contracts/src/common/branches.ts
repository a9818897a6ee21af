import { z } from 'zod';
import { Gstin, StateCode } from '../gstin.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,9}$/, 'takes 1 to 10 capital letters, digits and -')
  .meta({ examples: ['PUNE'] });

export const CreateBranch = z
  .strictObject({ name, code, stateCode: StateCode.optional(), gstin: Gstin.optional() })
  .meta({ id: 'CreateBranch' });

export const PatchBranch = z
  .strictObject({
    name: name.optional(),
    stateCode: StateCode.nullable().optional(),
    gstin: Gstin.nullable().optional(),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'PatchBranch' });

export const BranchDto = z
  .object({
    id: Id,
    companyId: Id,
    name: z.string(),
    code: z.string(),
    stateCode: z.string().nullable(),
    gstin: z.string().nullable(),
    isActive: z.boolean(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Branch' });

export const BranchPage = pageOf('BranchPage', BranchDto);

export const ListBranches = z.strictObject({
  ...pageQuery,
  sort: z.enum(['name', '-name', 'code', '-code']).optional().meta({ default: 'name' }),
});

export type CreateBranch = z.infer<typeof CreateBranch>;
export type PatchBranch = z.infer<typeof PatchBranch>;
export type BranchDto = z.infer<typeof BranchDto>;
export type BranchPage = z.infer<typeof BranchPage>;
export type ListBranches = z.infer<typeof ListBranches>;
