import type { RoleGrant } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type InvitationId = Id<'Invitation'>;

export class InvitationNotValid extends DomainError {
  constructor() {
    const what = 'This invitation is no longer valid. Please ask whoever invited you for a new one.';
    super('not-found', 'invitation-not-valid', what);
  }
}

export class InvitationAnswered extends DomainError {
  constructor() {
    super('conflict', 'invitation-answered', 'This invitation has been accepted or withdrawn already.');
  }
}

interface InvitationFields {
  readonly organizationId: Id;
  readonly id: InvitationId;
  readonly email: string;
  readonly grants: readonly RoleGrant[];
  readonly state: 'open' | 'accepted' | 'withdrawn';
  /** Of the secret that the mail carries; the secret itself is nowhere. */
  readonly secretHash: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

/** That somebody may become a member: whoever reads the mail sent to the address can accept it, once. */
export class Invitation implements InvitationFields {
  declare readonly organizationId: Id;
  declare readonly id: InvitationId;
  declare readonly email: string;
  declare readonly grants: readonly RoleGrant[];
  declare readonly state: 'open' | 'accepted' | 'withdrawn';
  declare readonly secretHash: string;
  declare readonly invitedBy: string;
  declare readonly expiresAt: Date;
  declare readonly version: number;

  private constructor(fields: InvitationFields) {
    Object.assign(this, fields);
  }

  static open(fields: Omit<InvitationFields, 'state' | 'expiresAt'>, now: Date): Invitation {
    const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
    return new Invitation({ ...fields, email: fields.email.trim(), state: 'open', expiresAt });
  }

  accepted(now: Date): Invitation {
    if (this.state !== 'open' || this.expiresAt <= now) throw new InvitationNotValid();
    return new Invitation({ ...this, state: 'accepted' });
  }

  withdrawn(): Invitation {
    if (this.state === 'withdrawn') return this;
    if (this.state === 'accepted') throw new InvitationAnswered();
    return new Invitation({ ...this, state: 'withdrawn' });
  }
}

const validDays = 14;
