import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

/** A program of one person signs in with it at the token endpoint and then acts as that person in one organization. */
export const CreatePersonalToken = z
  .strictObject({
    name: z.string().min(1).max(60).regex(/\S/, 'must not be blank'),
    validDays: z
      .int()
      .min(1)
      .max(365)
      .default(90)
      .meta({ description: 'After so many days the token ends.' }),
    readsOnly: z.boolean().default(false).meta({ description: 'It is good for GET requests only.' }),
    currentPassword: z.string().min(1).max(1_000),
  })
  .meta({ id: 'CreatePersonalToken' });

const fields = {
  id: Id.meta({ description: 'Also the `client_id` at the token endpoint.' }),
  name: z.string(),
  ending: z.string().meta({ description: 'The last four characters of the secret.' }),
  readsOnly: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  endedAt: Instant.nullable().meta({
    description: 'When it was revoked, or ended with a membership, a password or an account.',
  }),
  lastUsedAt: Instant.nullable().meta({ description: 'When it last got an access token.' }),
};

export const PersonalTokenDto = z.object(fields).meta({ id: 'PersonalToken' });

export const PersonalTokenWithSecret = z
  .object({
    ...fields,
    secret: z.string().meta({ description: 'Shown this once; only its hash is stored.' }),
  })
  .meta({ id: 'PersonalTokenWithSecret' });

export const PersonalTokenList = z
  .object({ items: z.array(PersonalTokenDto) })
  .meta({ id: 'PersonalTokenList' });

export type CreatePersonalToken = z.infer<typeof CreatePersonalToken>;
export type PersonalTokenDto = z.infer<typeof PersonalTokenDto>;
export type PersonalTokenWithSecret = z.infer<typeof PersonalTokenWithSecret>;
export type PersonalTokenList = z.infer<typeof PersonalTokenList>;
