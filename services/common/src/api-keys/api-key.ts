import type { RoleGrant } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type ApiKeyId = Id<'ApiKey'>;

const day = 86_400_000;
const hour = 3_600_000;

/** More than an organization has programs; a script that makes keys in a loop is stopped by it. */
export const mostKeys = 100;

export class ApiKeyNameTaken extends DomainError {
  constructor() {
    const what = 'Another key of this organization has this name: choose another one, or revoke that key.';
    super('conflict', 'api-key-name-taken', what, { field: 'name' });
  }
}

export class ApiKeyEnded extends DomainError {
  constructor() {
    super('conflict', 'api-key-ended', 'This key was revoked or has expired. Please make another one.');
  }
}

export class TooManyApiKeys extends DomainError {
  constructor() {
    const what = `An organization has at most ${String(mostKeys)} keys: revoke those that are not used.`;
    super('conflict', 'too-many-api-keys', what);
  }
}

export class ApiKeyCannotOwn extends DomainError {
  constructor(index: number) {
    const what = 'A key cannot own an organization. Please choose administrator, or a smaller role.';
    super('invalid', 'api-key-cannot-own', what, { field: `grants.${String(index)}.role` });
  }
}

/** What is stored of a secret: enough to recognize it, and to tell a person which one it is. */
export interface SecretTrace {
  readonly hash: string;
  readonly ending: string;
}

interface ApiKeyFields {
  readonly organizationId: Id;
  readonly id: ApiKeyId;
  readonly name: string;
  readonly secretHash: string;
  readonly ending: string;
  readonly previousHash: string | null;
  readonly previousEnding: string | null;
  readonly previousValidUntil: Date | null;
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** With what a program proves to be one of an organization. What it may do is its membership, as with a person. */
export class ApiKey implements ApiKeyFields {
  declare readonly organizationId: Id;
  declare readonly id: ApiKeyId;
  declare readonly name: string;
  declare readonly secretHash: string;
  declare readonly ending: string;
  declare readonly previousHash: string | null;
  declare readonly previousEnding: string | null;
  declare readonly previousValidUntil: Date | null;
  declare readonly createdBy: string;
  declare readonly expiresAt: Date;
  declare readonly revokedAt: Date | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: ApiKeyFields) {
    Object.assign(this, fields);
  }

  static create(
    fields: Pick<ApiKeyFields, 'organizationId' | 'id' | 'name' | 'createdBy'>,
    secret: SecretTrace,
    { from, validDays }: { readonly from: Date; readonly validDays: number },
  ): ApiKey {
    return new ApiKey({
      ...fields,
      name: fields.name.trim(),
      ...{ secretHash: secret.hash, ending: secret.ending },
      ...{ previousHash: null, previousEnding: null, previousValidUntil: null, revokedAt: null },
      expiresAt: new Date(from.getTime() + validDays * day),
    });
  }

  /** The secret until now goes on working for a while, so that a program changes over without a gap. */
  rotated(
    secret: SecretTrace,
    { at, overlapHours }: { readonly at: Date; readonly overlapHours: number },
  ): ApiKey {
    if (!this.worksAt(at)) throw new ApiKeyEnded();
    return new ApiKey({
      ...this,
      ...{ previousHash: this.secretHash, previousEnding: this.ending },
      previousValidUntil: new Date(at.getTime() + overlapHours * hour),
      ...{ secretHash: secret.hash, ending: secret.ending },
    });
  }

  revoked(at: Date): ApiKey {
    return this.revokedAt ? this : new ApiKey({ ...this, revokedAt: at });
  }

  worksAt(at: Date): boolean {
    return this.revokedAt === null && this.expiresAt > at;
  }

  /** Of the secrets that open the door at this moment. */
  hashesAt(at: Date): readonly string[] {
    if (!this.worksAt(at)) return [];
    const isOverlap =
      this.previousHash !== null && this.previousValidUntil !== null && this.previousValidUntil > at;
    return [this.secretHash, ...(isOverlap ? [this.previousHash] : [])];
  }
}

/** The owner is whom an organization can always turn to, and that is a person. */
export function checkNotOwner(grants: readonly RoleGrant[]): void {
  const index = grants.findIndex(({ role }) => role === 'owner');
  if (index >= 0) throw new ApiKeyCannotOwn(index);
}
