import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { PositiveAmount } from '../shared.js';
import { CompanyKind } from './companies.js';
import { Language } from './identity.js';
import { OrganizationState } from './organizations.js';

/** A role, in one company or, without one, in all of the organization, up to an amount where one is named. */
export const RoleGrant = z
  .strictObject({
    role: z
      .string()
      .min(1)
      .max(60)
      .meta({ description: 'The name of a built-in role or the id of another.' }),
    companyId: Id.optional(),
    amountLimit: PositiveAmount.optional(),
  })
  .meta({ id: 'RoleGrant' });

const grants = z.array(RoleGrant).min(1).max(200);

export const InviteMember = z
  .strictObject({ email: z.email().max(254), grants })
  .meta({ id: 'InviteMember' });

/** The text behind the # of the link in the mail; whoever has it reads the mail of the address. */
const token = z.string().min(20).max(200);

export const LookAtInvitation = z.strictObject({ token }).meta({ id: 'LookAtInvitation' });

/** What somebody is asked before they become a member. */
export const InvitationOffer = z
  .object({
    organization: z.string(),
    invitedBy: z.string().nullable().meta({ description: 'Null where a program invites.' }),
    email: z.string(),
    hasAccount: z.boolean().meta({ description: 'Whether to sign in, or to choose a password.' }),
    expiresAt: Instant,
  })
  .meta({ id: 'InvitationOffer' });

/** For somebody without an account: it is opened with this name and password. */
export const AcceptInvitation = z
  .strictObject({
    token,
    name: z.string().min(1).max(200).regex(/\S/, 'must not be blank'),
    password: z.string().min(1).max(1_000),
  })
  .meta({ id: 'AcceptInvitation' });

/** For somebody who is signed in with the address that was invited. */
export const JoinOrganization = z.strictObject({ token }).meta({ id: 'JoinOrganization' });

export const InvitationDto = z
  .object({
    id: Id,
    email: z.string(),
    grants: z.array(RoleGrant),
    state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
    expiresAt: Instant,
    timesSent: z.int().min(1),
    version: z.int().min(1).max(2_147_483_647),
  })
  .meta({ id: 'Invitation' });

export const InvitationPage = pageOf('InvitationPage', InvitationDto);

/** Whom another issuer names. The same subject of two issuers is not the same person. */
export const ExternalIdentity = z
  .strictObject({
    issuer: z.string().max(500).regex(/^\S+$/, 'must be an address without spaces'),
    subject: z
      .string()
      .max(255)
      .regex(/^\S(.*\S)?$/, 'must not be blank, nor begin or end with a space'),
  })
  .meta({ id: 'ExternalIdentity' });

export const PatchMembership = z.strictObject({ grants }).meta({ id: 'PatchMembership' });

export const MembershipDto = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    email: z.string(),
    isActive: z.boolean().meta({ description: 'Whether they are let into this organization.' }),
    isDeactivated: z.boolean().meta({
      description: 'Whether their account is shut, here and everywhere, by who runs the installation.',
    }),
    grants: z.array(RoleGrant),
    identities: z
      .array(ExternalIdentity)
      .meta({ description: 'Whose tokens of other issuers are those of this member.' }),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Membership' });

export const MembershipPage = pageOf('MembershipPage', MembershipDto);

export const ListMemberships = z.strictObject({ ...pageQuery });

export const AcceptedInvitation = z
  .object({ organizationId: Id, membershipId: Id, personId: Id })
  .meta({ id: 'AcceptedInvitation' });

/** Everything the app needs to show its switchers and its menu. */
export const MeDto = z
  .object({
    person: z.object({ id: Id, name: z.string(), email: z.string(), language: Language }),
    organization: z.object({ id: Id, name: z.string(), plan: z.string() }),
    organizations: z.array(z.object({ id: Id, name: z.string(), state: OrganizationState })),
    companies: z.array(
      z.object({
        id: Id,
        name: z.string(),
        kind: CompanyKind,
        isActive: z.boolean(),
        permissions: z.array(z.string()),
      }),
    ),
    actedBy: z
      .object({ name: z.string(), reason: z.string(), endsAt: Instant })
      .nullable()
      .meta({ description: 'Who acts as this person at the moment, why and until when.' }),
    permissions: z
      .array(z.string())
      .meta({ description: 'What the person may do for the organization as a whole.' }),
  })
  .meta({ id: 'Me' });

export type RoleGrant = z.infer<typeof RoleGrant>;
export type InviteMember = z.infer<typeof InviteMember>;
export type LookAtInvitation = z.infer<typeof LookAtInvitation>;
export type InvitationOffer = z.infer<typeof InvitationOffer>;
export type JoinOrganization = z.infer<typeof JoinOrganization>;
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>;
export type InvitationDto = z.infer<typeof InvitationDto>;
export type InvitationPage = z.infer<typeof InvitationPage>;
export type ExternalIdentity = z.infer<typeof ExternalIdentity>;
export type PatchMembership = z.infer<typeof PatchMembership>;
export type MembershipDto = z.infer<typeof MembershipDto>;
export type MembershipPage = z.infer<typeof MembershipPage>;
export type ListMemberships = z.infer<typeof ListMemberships>;
export type MeDto = z.infer<typeof MeDto>;
