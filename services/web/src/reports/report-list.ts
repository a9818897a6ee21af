import { common } from '@dhanman/client';

export type ReportName = common.Report['name'];

interface ReportKind {
  readonly operation: typeof common.reportsTrialBalance;
  /** Beside another day of the same books. */
  readonly isComparable: boolean;
}

/** Every report has the same shape; what differs is what can be asked of it. */
export const reports = {
  'trial-balance': { operation: common.reportsTrialBalance, isComparable: true },
  'profit-and-loss': { operation: common.reportsProfitAndLoss, isComparable: true },
  'balance-sheet': { operation: common.reportsBalanceSheet, isComparable: true },
  'cash-flow': { operation: common.reportsCashFlow, isComparable: true },
  'general-ledger': { operation: common.ledgersGeneralLedger, isComparable: false },
  'day-book': { operation: common.ledgersDayBook, isComparable: false },
  'bank-book': { operation: common.ledgersBankBook, isComparable: false },
  'consolidated-trial-balance': {
    operation: common.reportsConsolidatedTrialBalance,
    isComparable: false,
  },
} as const satisfies Readonly<Partial<Record<ReportName, unknown>>>;

export type ShownReport = keyof typeof reports;

export function kindOf(name: ShownReport): ReportKind {
  return reports[name] as ReportKind;
}

export function isShownReport(name: string): name is ShownReport {
  return Object.hasOwn(reports, name);
}
