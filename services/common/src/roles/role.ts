import type { CreateRole, PatchRole } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type RoleId = Id<'Role'>;

export class RoleNameTaken extends DomainError {
  constructor() {
    super('conflict', 'role-name-taken', 'Another role of this organization has this name.', {
      field: 'name',
    });
  }
}

export class RoleInUse extends DomainError {
  constructor(members: number) {
    const what = `This role is held by ${members} of the members: give them another one first.`;
    super('conflict', 'role-in-use', what, { details: { members } });
  }
}

interface RoleFields {
  readonly organizationId: Id;
  readonly id: RoleId;
  readonly name: string;
  readonly patterns: readonly string[];
  readonly isActive: boolean;
}

/** A role that an organization made for itself, beside the built-in ones. */
export class Role implements RoleFields {
  declare readonly organizationId: Id;
  declare readonly id: RoleId;
  declare readonly name: string;
  declare readonly patterns: readonly string[];
  /** A removed role stays as a row, so that copies hear of its end in order. */
  declare readonly isActive: boolean;
  declare readonly version: number;

  private constructor(fields: RoleFields) {
    Object.assign(this, fields);
  }

  static create(identity: Pick<RoleFields, 'organizationId' | 'id'>, { name, patterns }: CreateRole): Role {
    return new Role({ ...identity, name: name.trim(), patterns, isActive: true });
  }

  patched({ name = this.name, patterns = this.patterns as string[] }: PatchRole): Role {
    const isSame = name.trim() === this.name && JSON.stringify(patterns) === JSON.stringify(this.patterns);
    return isSame ? this : new Role({ ...this, name: name.trim(), patterns });
  }

  removed(): Role {
    return this.isActive ? new Role({ ...this, isActive: false }) : this;
  }
}
