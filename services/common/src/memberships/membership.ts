import {
  type ExternalIdentity,
  type Grant,
  type Permission,
  permissions,
  permits,
  type RoleGrant,
} from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type MembershipId = Id<'Membership'>;

export class LastOwner extends DomainError {
  constructor() {
    const what = 'This is the last owner of the organization: make somebody else an owner first.';
    super('conflict', 'last-owner', what);
  }
}

export class AlreadyMember extends DomainError {
  constructor() {
    const what = 'This person is a member already: change their roles instead.';
    super('conflict', 'already-member', what, { field: 'email' });
  }
}

export class RoleUnknown extends DomainError {
  constructor(index: number) {
    super('invalid', 'role-unknown', 'There is no such role.', { field: `grants.${index}.role` });
  }
}

export class GrantCompanyUnknown extends DomainError {
  constructor(index: number) {
    super('invalid', 'company-unknown', 'There is no such company.', { field: `grants.${index}.companyId` });
  }
}

export class GrantExceedsOwn extends DomainError {
  constructor(permission: string) {
    const what = 'You cannot give others a right that you do not hold yourself.';
    super('forbidden', 'grant-exceeds-own', what, { details: { permission } });
  }
}

export class IssuerUnknown extends DomainError {
  constructor() {
    const what = 'Tokens of this issuer are not accepted here, or say themselves what somebody may do.';
    super('invalid', 'issuer-unknown', what, { field: 'issuer' });
  }
}

export class IdentityTaken extends DomainError {
  constructor() {
    const what = 'This identity belongs to another member: unlink it there first.';
    super('conflict', 'identity-taken', what, { field: 'subject' });
  }
}

export class TooManyIdentities extends DomainError {
  constructor() {
    super('conflict', 'too-many-identities', 'A member has at most twenty identities: unlink one first.');
  }
}

const mostIdentities = 20;

interface MembershipFields {
  readonly organizationId: Id;
  readonly id: MembershipId;
  readonly personId: Id;
  readonly isActive: boolean;
  readonly grants: readonly RoleGrant[];
  /** How other issuers name this member; null for most. */
  readonly identities: readonly ExternalIdentity[] | null;
}

/** That a person belongs to an organization, and the roles they hold in it. */
export class Membership implements MembershipFields {
  declare readonly organizationId: Id;
  declare readonly id: MembershipId;
  declare readonly personId: Id;
  declare readonly isActive: boolean;
  declare readonly grants: readonly RoleGrant[];
  declare readonly identities: readonly ExternalIdentity[] | null;
  /** Counted and timed by the database. Other services know it as the revision. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: MembershipFields) {
    Object.assign(this, fields);
  }

  static grant(fields: Omit<MembershipFields, 'isActive' | 'identities'>): Membership {
    return new Membership({ ...fields, isActive: true, identities: null });
  }

  /** Also brings back who was a member before. */
  holding(grants: readonly RoleGrant[]): Membership {
    const isSame = this.isActive && JSON.stringify(grants) === JSON.stringify(this.grants);
    return isSame ? this : new Membership({ ...this, grants, isActive: true });
  }

  revoked(): Membership {
    return this.isActive ? new Membership({ ...this, isActive: false }) : this;
  }

  linked(identity: ExternalIdentity): Membership {
    if (this.isNamed(identity)) return this;
    const identities = [...(this.identities ?? []), identity];
    if (identities.length > mostIdentities) throw new TooManyIdentities();
    return new Membership({ ...this, identities });
  }

  unlinked(identity: ExternalIdentity): Membership {
    if (!this.isNamed(identity)) return this;
    const left = (this.identities ?? []).filter((one) => !isSameIdentity(one, identity));
    return new Membership({ ...this, identities: left.length === 0 ? null : left });
  }

  unlinkedEverywhere(): Membership {
    return this.identities === null ? this : new Membership({ ...this, identities: null });
  }

  isNamed(identity: ExternalIdentity): boolean {
    return (this.identities ?? []).some((one) => isSameIdentity(one, identity));
  }

  get isOwner(): boolean {
    return this.isActive && ownsAll(this.grants);
  }
}

function isSameIdentity(one: ExternalIdentity, other: ExternalIdentity): boolean {
  return one.issuer === other.issuer && one.subject === other.subject;
}

/** An owner is one of the whole organization: of a single company there is none. */
export function ownsAll(grants: readonly RoleGrant[]): boolean {
  return grants.some(({ role, companyId }) => role === 'owner' && companyId === undefined);
}

/** More than any document is worth: who may give away a right without a limit holds it without one. */
const anyAmount = '999999999999999.99';

/** Of the rights in a grant the first that its giver does not hold; nobody makes somebody mightier than themselves. */
export function firstNotHeld(
  { patterns, amountLimit = anyAmount }: Omit<Grant, 'companyId'>,
  holds: (permission: Permission, amount: string) => boolean,
): string | undefined {
  return permissions.find((permission) => permits(patterns, permission) && !holds(permission, amountLimit));
}
