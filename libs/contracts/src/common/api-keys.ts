import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { RoleGrant } from './memberships.js';

/** A program signs in with a key at the token endpoint and may then do what the roles of the key allow. */
export const CreateApiKey = z
  .strictObject({
    name: z.string().min(1).max(60).regex(/\S/, 'must not be blank'),
    grants: z.array(RoleGrant).min(1).max(50),
    validDays: z.int().min(1).max(730).default(90).meta({ description: 'After so many days the key ends.' }),
  })
  .meta({ id: 'CreateApiKey' });

export const RotateApiKey = z
  .strictObject({
    overlapHours: z
      .int()
      .min(0)
      .max(168)
      .default(24)
      .meta({ description: 'How long the secret until now works beside the new one.' }),
  })
  .meta({ id: 'RotateApiKey' });

const fields = {
  id: Id.meta({ description: 'Also the `client_id` at the token endpoint.' }),
  name: z.string(),
  ending: z.string().meta({ description: 'The last four characters of the secret.' }),
  previousEnding: z.string().nullable(),
  previousValidUntil: Instant.nullable().meta({
    description: 'Until when the secret before the last rotation still works.',
  }),
  grants: z.array(RoleGrant),
  createdBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable().meta({ description: 'When it last got an access token.' }),
  version: z.int().min(1).max(2_147_483_647),
};

export const ApiKeyDto = z.object(fields).meta({ id: 'ApiKey' });

export const ApiKeyWithSecret = z
  .object({
    ...fields,
    secret: z.string().meta({ description: 'Shown this once; only its hash is stored.' }),
  })
  .meta({ id: 'ApiKeyWithSecret' });

export const ApiKeyPage = pageOf('ApiKeyPage', ApiKeyDto);

export const ListApiKeys = z.strictObject({ ...pageQuery });

export type CreateApiKey = z.infer<typeof CreateApiKey>;
export type RotateApiKey = z.infer<typeof RotateApiKey>;
export type ApiKeyDto = z.infer<typeof ApiKeyDto>;
export type ApiKeyWithSecret = z.infer<typeof ApiKeyWithSecret>;
export type ApiKeyPage = z.infer<typeof ApiKeyPage>;
export type ListApiKeys = z.infer<typeof ListApiKeys>;
