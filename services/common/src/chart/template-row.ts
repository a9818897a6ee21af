import type { AccountRole, CashFlowCategory, PartyKind } from '@dhanman/contracts';

interface Traits {
  readonly role?: AccountRole;
  readonly party?: PartyKind;
  readonly flow?: CashFlowCategory;
  /** It stands against the other accounts of its class, such as accumulated depreciation against assets. */
  readonly isContra?: true;
  /** It only sums what is below it. */
  readonly isGroup?: true;
}

/** Number, number of the parent, name, and what else is to be said. The first digit of a number is its class. */
export type TemplateRow = readonly [code: string, parent: string, name: string, traits?: Traits];
