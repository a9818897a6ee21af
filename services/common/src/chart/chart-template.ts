import type { AccountClass, CompanyKind } from '@dhanman/contracts';
import { coreChart } from './core-chart.js';
import { societyChart } from './society-chart.js';
import type { TemplateRow } from './template-row.js';
import { tradingChart } from './trading-chart.js';

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
