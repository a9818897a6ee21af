import { z } from 'zod';
import { event } from '../contract.js';
import { Gstin } from '../gstin.js';
import { Id } from '../http/shared.js';
import { CurrencyCode, PositiveAmount } from '../shared.js';
import { Pan, Tan } from '../tax-numbers.js';
import { Language } from './identity.js';

// Who belongs where, and who may do what: every service keeps a copy. Each event carries the whole thing as it is now, so
// that a copy is right after any one of them; `revision` counts the changes of one thing from 1.

const Organization = z.object({
  id: Id,
  revision: z.int().min(1),
  name: z.string().min(1).max(200),
  state: z.enum(['active', 'suspended', 'closed']),
  plan: z.string().min(1).max(40),
});

const Company = z.object({
  id: Id,
  revision: z.int().min(1),
  name: z.string().min(1).max(200),
  currency: CurrencyCode,
  timeZone: z.string().min(1).max(60),
  financialYearStartMonth: z.int().min(1).max(12),
  isActive: z.boolean(),
  kind: z.enum(['business', 'society']).optional(),
  legalName: z.string().min(1).max(200).optional(),
  pan: Pan.optional(),
  tan: Tan.optional(),
  gstins: z.array(Gstin).optional(),
  numberSeries: z
    .record(z.string(), z.object({ prefix: z.string(), digits: z.int().min(1).max(9) }))
    .optional(),
  language: Language.optional(),
});

/** A role in one company, or without a company in all of the organization; up to an amount, where one is named. */
const MembershipGrant = z.object({
  role: z.string().min(1).max(60).meta({ description: 'The name of a built-in role or the id of another.' }),
  companyId: Id.optional(),
  amountLimit: PositiveAmount.optional(),
});

/** Whose tokens of another issuer are those of a member. */
const ExternalIdentity = z.object({
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(255),
});

const Membership = z.object({
  id: Id,
  revision: z.int().min(1),
  personId: Id,
  isActive: z.boolean(),
  grants: z.array(MembershipGrant).max(200),
  identities: z.array(ExternalIdentity).max(20).optional(),
});

const Role = z.object({
  id: Id,
  revision: z.int().min(1),
  name: z.string().min(1).max(60),
  patterns: z.array(z.string()).max(200),
  isActive: z.boolean(),
});

const heardBy = ['community', 'inventory', 'payroll', 'purchase', 'sales'] as const;
/** Common hears its own public events, see `publicEvents`. */
const heardByAll = ['common', ...heardBy] as const;
const numbered = { key: 'id', number: 'revision', carriesState: true } as const;
const organization = {
  payload: Organization,
  heardBy: heardByAll,
  sequence: { stream: 'common.organization', ...numbered },
};
const company = {
  payload: Company,
  heardBy: heardByAll,
  sequence: { stream: 'common.company', ...numbered },
};
const membership = {
  payload: Membership,
  heardBy: heardByAll,
  sequence: { stream: 'common.membership', ...numbered },
};
const role = { payload: Role, heardBy, sequence: { stream: 'common.role', ...numbered } };

export const OrganizationCreated = event('common.organization-created.v1', {
  summary: 'An organization signed up.',
  ...organization,
});

export const OrganizationChanged = event('common.organization-changed.v1', {
  summary: 'An organization was renamed, moved to another plan, suspended or let in again.',
  ...organization,
});

export const OrganizationClosed = event('common.organization-closed.v1', {
  summary: 'An organization was closed for good; its records stay.',
  ...organization,
});

export const CompanyCreated = event('common.company-created.v1', {
  summary: 'A company was added to an organisation.',
  ...company,
});

export const CompanyChanged = event('common.company-changed.v1', {
  summary: 'A company was changed; the event carries the whole company as it is now.',
  ...company,
});

export const MembershipGranted = event('common.membership-granted.v1', {
  summary: 'A person became a member of an organization.',
  ...membership,
});

export const MembershipChanged = event('common.membership-changed.v1', {
  summary: 'A member holds other roles than before, or is named by another issuer.',
  ...membership,
});

export const MembershipRevoked = event('common.membership-revoked.v1', {
  summary: 'A person is no longer a member.',
  ...membership,
});

export const RoleCreated = event('common.role-created.v1', {
  summary: 'An organization made a role of its own.',
  ...role,
});

export const RoleChanged = event('common.role-changed.v1', {
  summary: 'A role permits other things than before.',
  ...role,
});

export const RoleRemoved = event('common.role-removed.v1', {
  summary: 'A role is no longer used.',
  ...role,
});
