import { z } from 'zod';

const name = z.string().min(1).max(60).regex(/\S/, 'must not be blank');

/** `dhanman.sales.*`, `dhanman.*.*.read`, or with a `!` in front what is taken away again. */
export const PermissionPattern = z
  .string()
  .max(120)
  .regex(
    /^!?dhanman(\.([a-z]+(-[a-z]+)*|\*)){1,3}$/,
    'must be a permission such as dhanman.sales.invoice.read, with * for any part',
  )
  .meta({ id: 'PermissionPattern', examples: ['dhanman.sales.*'] });

const patterns = z.array(PermissionPattern).min(1).max(200);

export const CreateRole = z.strictObject({ name, patterns }).meta({ id: 'CreateRole' });

export const PatchRole = z
  .strictObject({ name: name.optional(), patterns: patterns.optional() })
  .meta({ id: 'PatchRole' });

/** The id of a built-in role is its name; it can be neither changed nor removed, so that it has no version. */
export const RoleDto = z
  .object({
    id: z.string(),
    name: z.string(),
    patterns: z.array(z.string()),
    isBuiltIn: z.boolean(),
    version: z.int().min(1).max(2_147_483_647).optional(),
  })
  .meta({ id: 'Role' });

export const RoleList = z.object({ items: z.array(RoleDto) }).meta({ id: 'RoleList' });

export type CreateRole = z.infer<typeof CreateRole>;
export type PatchRole = z.infer<typeof PatchRole>;
export type RoleDto = z.infer<typeof RoleDto>;
export type RoleList = z.infer<typeof RoleList>;
