import { z } from 'zod';
import { services } from '../contract.js';
import { Id, Instant } from '../http/shared.js';
import { CreateCompany } from './companies.js';
import { Language } from './identity.js';

const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');

/** Who signs up becomes the owner of a new organization with its first company. */
export const SignUp = z
  .strictObject({
    organization: z.strictObject({ name }),
    company: CreateCompany,
    person: z.strictObject({
      name: z.string().min(1).max(200).regex(/\S/, 'must not be blank'),
      email: z.email().max(254),
      language: Language.optional().meta({ description: 'Of their mails.', default: 'en' }),
    }),
  })
  .meta({ id: 'SignUp' });

export const SignedUp = z
  .object({ organizationId: Id, companyId: Id, personId: Id })
  .meta({ id: 'SignedUp', description: 'The three things that came into being.' });

export const OrganizationState = z.enum(['active', 'suspended', 'closed']).meta({ id: 'OrganizationState' });

export const PatchOrganization = z.strictObject({ name: name.optional() }).meta({ id: 'PatchOrganization' });

/** Closing is for good. The name is typed once more, so that nobody closes an organization by a slip. */
export const CloseOrganization = z.strictObject({ name }).meta({ id: 'CloseOrganization' });

export const OrganizationDto = z
  .object({
    id: Id,
    name: z.string(),
    state: OrganizationState,
    plan: z.string(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Organization' });

/** What one service knows of the organization: equal hashes mean equal copies. */
export const DirectoryChecksum = z
  .object({ table: z.string(), count: z.int().min(0), hash: z.string() })
  .meta({ id: 'DirectoryChecksum' });

export const DirectoryChecksums = z
  .object({ items: z.array(DirectoryChecksum) })
  .meta({ id: 'DirectoryChecksums' });

export const Restate = z
  .strictObject({
    service: z
      .enum(services)
      .optional()
      .meta({ description: 'The one service that needs it; otherwise all.' }),
  })
  .meta({ id: 'Restate' });

export const Restated = z
  .object({ things: z.int().min(0) })
  .meta({ id: 'Restated', description: 'How many things were told again.' });

export const RestatementBegun = z
  .object({ organizations: z.int().min(0) })
  .meta({ id: 'RestatementBegun', description: 'Of how many organizations everything will be told again.' });

export type SignUp = z.infer<typeof SignUp>;
export type SignedUp = z.infer<typeof SignedUp>;
export type OrganizationState = z.infer<typeof OrganizationState>;
export type PatchOrganization = z.infer<typeof PatchOrganization>;
export type CloseOrganization = z.infer<typeof CloseOrganization>;
export type OrganizationDto = z.infer<typeof OrganizationDto>;
export type DirectoryChecksum = z.infer<typeof DirectoryChecksum>;
export type DirectoryChecksums = z.infer<typeof DirectoryChecksums>;
export type Restate = z.infer<typeof Restate>;
export type RestatementBegun = z.infer<typeof RestatementBegun>;
export type Restated = z.infer<typeof Restated>;
