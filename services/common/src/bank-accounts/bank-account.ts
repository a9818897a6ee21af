import type { CreateBankAccount, PatchBankAccount } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type BankAccountId = Id<'BankAccount'>;

export class DefaultTaken extends DomainError {
  constructor() {
    const what = 'Another account of this kind is the default: take that away there first.';
    super('conflict', 'bank-account-default-taken', what, { field: 'isDefault' });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: BankAccountId;
}

interface Details {
  readonly holder: string | null;
  readonly bankName: string | null;
  readonly branchName: string | null;
  readonly ifsc: string | null;
  readonly accountNumber: string | null;
  readonly upiId: string | null;
  readonly isDefault: boolean;
}

/** Where money of a company lies: an account of the chart, with what a payment to it needs. */
export class BankAccount implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: BankAccountId;
  declare readonly accountId: Id<'Account'>;
  declare readonly kind: 'bank' | 'cash';
  declare readonly holder: string | null;
  declare readonly bankName: string | null;
  declare readonly branchName: string | null;
  declare readonly ifsc: string | null;
  declare readonly accountNumber: string | null;
  declare readonly upiId: string | null;
  declare readonly isDefault: boolean;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & Details & Pick<BankAccount, 'accountId' | 'kind'>) {
    Object.assign(this, fields);
  }

  static create(identity: Identity, accountId: Id<'Account'>, details: CreateBankAccount): BankAccount {
    return new BankAccount({ ...plain, ...said(details), ...identity, accountId, kind: details.kind });
  }

  patched(patch: PatchBankAccount): BankAccount {
    const next = { ...this, ...said(patch) };
    const isSame = Object.keys(patch).every(
      (key) => next[key as keyof Details] === this[key as keyof Details],
    );
    return isSame ? this : new BankAccount(next);
  }
}

const plain: Details = {
  ...{ holder: null, bankName: null, branchName: null, ifsc: null, accountNumber: null, upiId: null },
  isDefault: false,
};

/** What is said of the details, and nothing else. */
function said(given: PatchBankAccount): Partial<Details> {
  const entries = Object.entries(given).filter(([key, value]) => key in plain && value !== undefined);
  return Object.fromEntries(entries);
}
