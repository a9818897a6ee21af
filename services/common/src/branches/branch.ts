import type { CreateBranch, PatchBranch } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type BranchId = Id<'Branch'>;

export class BranchCodeTaken extends DomainError {
  constructor() {
    super('conflict', 'branch-code-taken', 'Another branch of this company has this code.', {
      field: 'code',
    });
  }
}

export class BranchGstinOfAnotherState extends DomainError {
  constructor() {
    const what = 'The GSTIN begins with the code of another state.';
    super('invalid', 'gstin-of-another-state', what, { field: 'gstin' });
  }
}

interface BranchFields {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: BranchId;
  readonly name: string;
  readonly code: string;
  readonly stateCode: string | null;
  readonly gstin: string | null;
  readonly isActive: boolean;
}

/** A place of business of a company. */
export class Branch implements BranchFields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: BranchId;
  declare readonly name: string;
  declare readonly code: string;
  declare readonly stateCode: string | null;
  declare readonly gstin: string | null;
  declare readonly isActive: boolean;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: BranchFields) {
    Object.assign(this, fields);
  }

  static create(
    identity: Pick<BranchFields, 'organizationId' | 'companyId' | 'id'>,
    { name, code, stateCode, gstin }: CreateBranch,
  ): Branch {
    const details = { name, code, stateCode: stateCode ?? null, gstin: gstin ?? null, isActive: true };
    return new Branch(valid({ ...identity, ...details }));
  }

  patched(patch: PatchBranch): Branch {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const next = valid({ ...this, ...given });
    const isSame = (['name', 'stateCode', 'gstin', 'isActive'] as const).every(
      (name) => next[name] === this[name],
    );
    return isSame ? this : new Branch(next);
  }
}

/** A GSTIN begins with the code of its state, which follows from it unless it is stated. */
function valid(fields: BranchFields): BranchFields {
  const { gstin, name } = fields;
  const stateCode = fields.stateCode ?? gstin?.slice(0, 2) ?? null;
  if (gstin !== null && gstin.slice(0, 2) !== stateCode) throw new BranchGstinOfAnotherState();
  return { ...fields, name: name.trim(), stateCode };
}
