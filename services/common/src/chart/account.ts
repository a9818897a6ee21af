import type { AccountClass, AccountRole, CashFlowCategory, EntrySide, PartyKind } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import { classOf } from './chart-template.js';
import type { TemplateRow } from './template-row.js';

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

  /** The account a row of a template describes. */
  static fromTemplate(
    identity: Pick<AccountFields, 'organizationId' | 'id' | 'parentId'>,
    [code, , name, { role, party, flow, isContra, isGroup } = {}]: TemplateRow,
  ): Account {
    const ofCode = classOf(code);
    if (ofCode === undefined) throw new AccountClassUnknown(code);
    return Account.create({
      ...{ ...identity, code, name, class: ofCode, role: role ?? null, partyKind: party ?? 'none' },
      ...{ normalSide: normalSideOf(ofCode, isContra), cashFlow: flow ?? 'operating' },
      isPostable: isGroup !== true,
    });
  }
}

/** Where accounts of a class increase; a contra account does on the other side. */
export function normalSideOf(ofClass: AccountClass, isContra = false): EntrySide {
  const isDebit = ofClass === 'asset' || ofClass === 'expense';
  return isDebit === isContra ? 'credit' : 'debit';
}

export class AccountClassUnknown extends DomainError {
  constructor(code: string) {
    const what = `Account numbers begin with 1 (assets) to 5 (expenses); ${code} does not.`;
    super('invalid', 'account-class-unknown', what, { field: 'code' });
  }
}
