import type {
  AccountClass,
  AccountRole,
  CashFlowCategory,
  CreateAccount,
  EntrySide,
  PartyKind,
  PatchAccount,
} from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import {
  AccountClassUnknown,
  AccountHasHistory,
  AccountHasRole,
  ParentPostable,
  ParentWrong,
} from './account-errors.js';
import { classOf } from './chart-template.js';
import type { TemplateRow } from './template-row.js';

export type AccountId = Id<'Account'>;

interface Identity {
  readonly organizationId: Id;
  readonly id: AccountId;
}

interface AccountFields extends Identity {
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

  static create(identity: Identity, details: Omit<CreateAccount, 'parentId'>, parent?: Account): Account {
    const { code, name, isContra = false, role = null, ...given } = details;
    const ofCode = classOf(code);
    if (ofCode === undefined) throw new AccountClassUnknown(code);
    const usual = { partyKind: 'none', cashFlow: 'operating', isPostable: true } as const;
    const account = new Account({
      ...{ ...usual, ...withoutGaps(given), ...identity, code, name: name.trim(), role, class: ofCode },
      ...{ normalSide: normalSideOf(ofCode, isContra), parentId: null, isActive: true },
    });
    return parent === undefined ? account : account.below(parent);
  }

  /** The account a row of a template describes. */
  static fromTemplate(
    { parentId, ...identity }: Identity & { readonly parentId: AccountId | null },
    [code, , name, { role, party, flow, isContra, isGroup } = {}]: TemplateRow,
  ): Account {
    const traits = { partyKind: party, cashFlow: flow, isContra, role, isPostable: isGroup !== true };
    return new Account({ ...Account.create(identity, { code, name, ...traits }), parentId });
  }

  /** What has lines keeps what they were posted under. */
  patched(patch: PatchAccount, hasLines: boolean): Account {
    const next = { ...this.fields, ...withoutGaps(patch) };
    if (hasLines && kept.some((field) => next[field] !== this[field])) throw new AccountHasHistory(this.code);
    if (classOf(next.code) !== this.class) throw new AccountClassUnknown(next.code);
    if (!next.isActive && next.role !== null) throw new AccountHasRole(this.code, next.role);
    const isSame = JSON.stringify(next) === JSON.stringify(this.fields);
    return isSame ? this : new Account({ ...next, name: next.name.trim() });
  }

  /** Under another parent of its own class, which takes no lines itself. */
  below(parent: Account): Account {
    if (parent.isPostable) throw new ParentPostable(parent.code);
    if (parent.class !== this.class || parent.id === this.id) throw new ParentWrong(this.code, parent.code);
    return this.parentId === parent.id ? this : new Account({ ...this.fields, parentId: parent.id });
  }

  atTop(): Account {
    return this.parentId === null ? this : new Account({ ...this.fields, parentId: null });
  }

  private get fields(): AccountFields {
    const { organizationId, id, parentId, code, name, normalSide, role, partyKind, cashFlow } = this;
    const { isPostable, isActive } = this;
    const said = { organizationId, id, parentId, code, name, class: this.class, normalSide, role, partyKind };
    return { ...said, cashFlow, isPostable, isActive };
  }
}

/** What lines were posted under. */
const kept = ['code', 'partyKind', 'isPostable'] as const;

/** Where accounts of a class increase; a contra account does on the other side. */
export function normalSideOf(ofClass: AccountClass, isContra = false): EntrySide {
  const isDebit = ofClass === 'asset' || ofClass === 'expense';
  return isDebit === isContra ? 'credit' : 'debit';
}

/** Without what is left out, which would otherwise hide what is there. */
function withoutGaps<T extends object>(given: T): { [Key in keyof T]-?: Exclude<T[Key], undefined> } {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Key in keyof T]-?: Exclude<T[Key], undefined> };
}
