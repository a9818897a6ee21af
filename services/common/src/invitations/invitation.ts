import type { RoleGrant } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type InvitationId = Id<'Invitation'>;

/** Of a link that no invitation has: mistyped, or replaced by that of a later mail. */
export class InvitationNotValid extends DomainError {
  constructor() {
    const what =
      'This link does not work. If you got a later mail, use the link in it; else ask whoever invited you for a new one.';
    super('not-found', 'invitation-not-valid', what);
  }
}

export class InvitationExpired extends DomainError {
  constructor() {
    const what = 'This invitation is too old. Please ask whoever invited you to send it again.';
    super('conflict', 'invitation-expired', what);
  }
}

export class InvitationWithdrawn extends DomainError {
  constructor() {
    super('conflict', 'invitation-withdrawn', 'This invitation was withdrawn by the organization.');
  }
}

export class InvitationAccepted extends DomainError {
  constructor() {
    super('conflict', 'invitation-accepted', 'This invitation was accepted already: sign in.');
  }
}

export class InvitationForAnother extends DomainError {
  constructor() {
    const what =
      'This invitation was sent to another address than yours. Sign in with that one, or ask for an invitation to yours.';
    super('forbidden', 'invitation-for-another', what);
  }
}

export class AccountExists extends DomainError {
  constructor() {
    super('conflict', 'account-exists', 'You have an account with this address: sign in to accept.');
  }
}

export class AlreadyInvited extends DomainError {
  constructor() {
    const what = 'An invitation to this address is open: send it again, or withdraw it first.';
    super('conflict', 'already-invited', what, { field: 'email' });
  }
}

export class InvitationAnswered extends DomainError {
  constructor() {
    super('conflict', 'invitation-answered', 'This invitation has been accepted or withdrawn already.');
  }
}

export class InvitationSentOften extends DomainError {
  constructor() {
    const what = `This invitation was sent ${mostSent} times. Check the address, or withdraw it and invite anew.`;
    super('conflict', 'invitation-sent-often', what);
  }
}

/** The link in the mail: its id, from which its text is made, and by which hash the text is recognised. */
export interface InvitationLink {
  readonly linkId: Id;
  readonly secretHash: string;
}

interface InvitationFields extends InvitationLink {
  readonly organizationId: Id;
  readonly id: InvitationId;
  readonly email: string;
  readonly grants: readonly RoleGrant[];
  readonly state: 'open' | 'accepted' | 'withdrawn';
  readonly invitedBy: string;
  readonly expiresAt: Date;
  readonly timesSent: number;
}

/** That somebody may become a member: whoever reads the mail sent to the address can accept it, once. */
export class Invitation implements InvitationFields {
  declare readonly organizationId: Id;
  declare readonly id: InvitationId;
  declare readonly email: string;
  declare readonly grants: readonly RoleGrant[];
  declare readonly state: 'open' | 'accepted' | 'withdrawn';
  declare readonly linkId: Id;
  declare readonly secretHash: string;
  declare readonly invitedBy: string;
  declare readonly expiresAt: Date;
  declare readonly timesSent: number;
  declare readonly version: number;

  private constructor(fields: InvitationFields) {
    Object.assign(this, fields);
  }

  static open(fields: Omit<InvitationFields, 'state' | 'expiresAt' | 'timesSent'>, now: Date): Invitation {
    const begun = { state: 'open', expiresAt: expiryFrom(now), timesSent: 1 } as const;
    return new Invitation({ ...fields, email: fields.email.trim(), ...begun });
  }

  /** With a new link: that of the mail before, which may lie in a wrong mailbox, stops working. */
  sentAgain(link: InvitationLink, now: Date): Invitation {
    if (this.state !== 'open') throw new InvitationAnswered();
    if (this.timesSent >= mostSent) throw new InvitationSentOften();
    const { linkId, secretHash } = link;
    const timesSent = this.timesSent + 1;
    return new Invitation({ ...this, linkId, secretHash, timesSent, expiresAt: expiryFrom(now) });
  }

  accepted(now: Date): Invitation {
    this.checkOpen(now);
    return new Invitation({ ...this, state: 'accepted' });
  }

  /** To whoever holds its link: why it cannot be accepted any more. */
  checkOpen(now: Date): void {
    if (this.state === 'withdrawn') throw new InvitationWithdrawn();
    if (this.state === 'accepted') throw new InvitationAccepted();
    if (this.isExpired(now)) throw new InvitationExpired();
  }

  withdrawn(): Invitation {
    if (this.state === 'withdrawn') return this;
    if (this.state === 'accepted') throw new InvitationAnswered();
    return new Invitation({ ...this, state: 'withdrawn' });
  }

  isExpired(now: Date): boolean {
    return this.state === 'open' && this.expiresAt <= now;
  }

  isFor(address: string): boolean {
    return this.email.toLowerCase() === address.trim().toLowerCase();
  }
}

const validDays = 14;
/** Whoever did not ask for our mails gets only so many of them. */
const mostSent = 5;

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + validDays * 86_400_000);
}
