import type { AccountClass, AccountRole, CashFlowCategory, EntrySide, PartyKind } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';

export type AccountId = Id<'Account'>;

interface AccountFields {
  readonly organizationId: Id;
  readonly id: AccountId;
  readonly parentId: AccountId | null;
  readonly code: string;
  readonly name: string;
  readonly class: AccountClass;
  readonly normalSide: EntrySide;
  readonly role: AccountRole | null;
  readonly partyKind: PartyKind | 'none';
  readonly cashFlow: CashFlowCategory;
  readonly isPostable: boolean;
  readonly isActive: boolean;
}

/** A place in the chart of an organization. Lines stand on postable accounts; the others sum what is below them. */
export class Account implements AccountFields {
  declare readonly organizationId: Id;
  declare readonly id: AccountId;
  declare readonly parentId: AccountId | null;
  declare readonly code: string;
  declare readonly name: string;
  declare readonly class: AccountClass;
  /** Where it increases: a contra account stands on the other side than its class. */
  declare readonly normalSide: EntrySide;
  declare readonly role: AccountRole | null;
  declare readonly partyKind: PartyKind | 'none';
  declare readonly cashFlow: CashFlowCategory;
  declare readonly isPostable: boolean;
  declare readonly isActive: boolean;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: AccountFields) {
    Object.assign(this, fields);
  }

  static create(fields: Omit<AccountFields, 'isActive'>): Account {
    return new Account({ ...fields, isActive: true });
  }
}
