import type { AccountClass, AccountRole, CashFlowCategory, CompanyKind, PartyKind } from '@dhanman/contracts';
import { coreChart } from './core-chart.js';
import { societyChart } from './society-chart.js';
import { tradingChart } from './trading-chart.js';

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

const charts: Readonly<Record<CompanyKind, readonly TemplateRow[]>> = {
  business: [...coreChart, ...tradingChart],
  society: [...coreChart, ...societyChart],
};

/** The chart to begin with: parents come before their children. */
export function templateFor(kind: CompanyKind): readonly TemplateRow[] {
  return charts[kind].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

const classes: Readonly<Record<string, AccountClass>> = {
  '1': 'asset',
  '2': 'liability',
  '3': 'equity',
  '4': 'revenue',
  '5': 'expense',
};

export function classOf(code: string): AccountClass | undefined {
  return classes[code.slice(0, 1)];
}
