import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

/** Bytes as the browser's WebAuthn interface hands them over. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url');

const name = z.string().min(1).max(60).regex(/\S/, 'must not be blank');
const transports = z.array(z.string().max(20)).max(10);

export const PasskeyDto = z
  .object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() })
  .meta({ id: 'Passkey' });

export const PasskeyList = z.object({ items: z.array(PasskeyDto) }).meta({ id: 'PasskeyList' });

export const NamePasskey = z.strictObject({ name }).meta({ id: 'NamePasskey' });

export const BeginPasskey = z
  .strictObject({ currentPassword: z.string().min(1).max(1_000) })
  .meta({ id: 'BeginPasskey' });

/** What `navigator.credentials.create` is asked; the browser adds nothing of its own. */
export const PasskeyCreation = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
    excludeCredentials: z.array(
      z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) }),
    ),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
    timeout: z.int(),
  })
  .meta({ id: 'PasskeyCreation' });

export const AddPasskey = z
  .strictObject({
    name,
    credential: bytes(1_400),
    clientData: bytes(4_000),
    attestation: bytes(20_000),
    transports,
  })
  .meta({ id: 'AddPasskey' });

/** What `navigator.credentials.get` is asked: any passkey of ours, so that nobody says who they are before. */
export const PasskeyQuestion = z
  .object({
    challenge: z.string(),
    rpId: z.string(),
    userVerification: z.literal('required'),
    timeout: z.int(),
  })
  .meta({ id: 'PasskeyQuestion' });

export const PasskeyStep = z
  .strictObject({
    credential: bytes(1_400),
    clientData: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(200).optional(),
  })
  .meta({ id: 'PasskeyStep' });

export type PasskeyDto = z.infer<typeof PasskeyDto>;
export type PasskeyList = z.infer<typeof PasskeyList>;
export type NamePasskey = z.infer<typeof NamePasskey>;
export type BeginPasskey = z.infer<typeof BeginPasskey>;
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;
export type AddPasskey = z.infer<typeof AddPasskey>;
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>;
export type PasskeyStep = z.infer<typeof PasskeyStep>;
