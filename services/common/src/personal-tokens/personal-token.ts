import { DomainError, type Id } from '@dhanman/kernel';

export type PersonalTokenId = Id<'PersonalToken'>;

const day = 86_400_000;

/** More than a person has programs; a script that makes tokens in a loop is stopped by it. */
export const mostTokens = 20;

export class TooManyPersonalTokens extends DomainError {
  constructor() {
    const what = `You have ${String(mostTokens)} personal tokens here: revoke one that you no longer use first.`;
    super('conflict', 'too-many-personal-tokens', what);
  }
}

interface PersonalTokenFields {
  readonly organizationId: Id;
  readonly id: PersonalTokenId;
  readonly personId: Id;
  readonly name: string;
  readonly secretHash: string;
  readonly ending: string;
  readonly readsOnly: boolean;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** With what a program of one person signs in as that person, in one organization. */
export class PersonalToken implements PersonalTokenFields {
  declare readonly organizationId: Id;
  declare readonly id: PersonalTokenId;
  declare readonly personId: Id;
  declare readonly name: string;
  declare readonly secretHash: string;
  declare readonly ending: string;
  declare readonly readsOnly: boolean;
  declare readonly expiresAt: Date;
  declare readonly revokedAt: Date | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: PersonalTokenFields) {
    Object.assign(this, fields);
  }

  static create(
    fields: Omit<PersonalTokenFields, 'expiresAt' | 'revokedAt'>,
    { from, validDays }: { readonly from: Date; readonly validDays: number },
  ): PersonalToken {
    const expiresAt = new Date(from.getTime() + validDays * day);
    return new PersonalToken({ ...fields, name: fields.name.trim(), expiresAt, revokedAt: null });
  }

  revoked(at: Date): PersonalToken {
    return this.revokedAt ? this : new PersonalToken({ ...this, revokedAt: at });
  }
}
