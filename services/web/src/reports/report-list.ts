import { common, sales } from '@dhanman/client';
import type { ReportSearch } from './report-search.js';

export type ReportName = common.Report['name'];

type Field = keyof ReportSearch;

interface ReportKind {
  readonly operation: typeof common.reportsTrialBalance;
  /** What can be asked of it. */
  readonly asks: readonly Field[];
  /** Whose it is stands in the path, so that it is reached from there and not from the list. */
  readonly isOfCustomer?: boolean;
  /** It is reached from a line of another report. */
  readonly isBehindAnother?: boolean;
}

const books = ['from', 'asOf', 'knownAt'] as const;
const months = ['month', 'span', 'gstin'] as const;
const compared = [...books, 'compareAsOf', 'zeros'] as const;

/** Every report has the same shape; what differs is who answers, and what can be asked of it. */
export const reports = {
  'trial-balance': { operation: common.reportsTrialBalance, asks: compared },
  'profit-and-loss': { operation: common.reportsProfitAndLoss, asks: compared },
  'balance-sheet': { operation: common.reportsBalanceSheet, asks: compared },
  'cash-flow': { operation: common.reportsCashFlow, asks: compared },
  'general-ledger': { operation: common.ledgersGeneralLedger, asks: [...books, 'accountId'] },
  'day-book': { operation: common.ledgersDayBook, asks: books },
  'bank-book': { operation: common.ledgersBankBook, asks: books },
  'consolidated-trial-balance': { operation: common.reportsConsolidatedTrialBalance, asks: books },
  'budget-variance': { operation: common.reportsBudgetVariance, asks: books },
  'consolidated-budget-variance': { operation: common.reportsConsolidatedBudgetVariance, asks: books },
  'receivables-ageing': { operation: sales.receivablesAgeing, asks: ['asOf', 'customerId'] },
  'customer-dues': { operation: sales.receivablesDues, asks: ['asOf', 'only'] },
  'sales-register': { operation: sales.taxReportsRegister, asks: ['from', 'asOf', 'gstin'] },
  'gst-summary': { operation: sales.taxReportsSummary, asks: months },
  'gst-section': { operation: sales.taxReportsSection, asks: [...months, 'section'], isBehindAnother: true },
  'gst-hsn': { operation: sales.taxReportsHsn, asks: months, isBehindAnother: true },
  'gst-documents': { operation: sales.taxReportsSeries, asks: months, isBehindAnother: true },
  'gst-to-mend': { operation: sales.taxReportsToMend, asks: months, isBehindAnother: true },
  'customer-ledger': { operation: sales.receivablesLedger, asks: ['from', 'asOf'], isOfCustomer: true },
} as const satisfies Readonly<Partial<Record<ReportName, unknown>>>;

export type ShownReport = keyof typeof reports;

type OfferedReport = Exclude<
  ShownReport,
  'customer-ledger' | 'gst-section' | 'gst-hsn' | 'gst-documents' | 'gst-to-mend'
>;

export function kindOf(name: ShownReport): ReportKind {
  return reports[name] as unknown as ReportKind;
}

export function isShownReport(name: string): name is ShownReport {
  return Object.hasOwn(reports, name);
}

const ofSales: ReadonlySet<ShownReport> = new Set([
  'receivables-ageing',
  'customer-dues',
  'sales-register',
  'gst-summary',
]);

/** Those that somebody may read and that are about the whole company. */
export function reportsFor(may: (permission: string) => boolean): readonly OfferedReport[] {
  return (Object.keys(reports) as ShownReport[]).filter(
    (name): name is OfferedReport =>
      kindOf(name).isOfCustomer !== true &&
      kindOf(name).isBehindAnother !== true &&
      may(ofSales.has(name) ? 'dhanman.sales.report.read' : 'dhanman.common.report.read'),
  );
}

/** What its service is asked: the address of the page may say more than this report understands. */
export function requestOf(name: ShownReport, companyId: string, search: ReportSearch) {
  const { asks, isOfCustomer } = kindOf(name);
  const query: ReportSearch = Object.fromEntries(
    asks.flatMap((field) => (search[field] ? [[field, search[field]]] : [])),
  );
  const path = isOfCustomer ? { companyId, customerId: search.customerId ?? '' } : { companyId };
  return { path, query };
}
