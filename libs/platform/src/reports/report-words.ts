import type {
  CheckName,
  ColumnName,
  CompanyKind,
  ReportDocument,
  ReportName,
  ReportWord,
  RowCaption,
} from '@dhanman/contracts';

/** What files say in English where the answer of the API has words for programs. */
const titles: Readonly<Record<ReportName, string>> = {
  'trial-balance': 'Trial balance',
  'profit-and-loss': 'Profit and loss',
  'balance-sheet': 'Balance sheet',
  'cash-flow': 'Cash flow',
  'account-ledger': 'Account ledger',
  'general-ledger': 'General ledger',
  'day-book': 'Day book',
  'party-ledger': 'Party ledger',
  'bank-book': 'Bank book',
  'consolidated-trial-balance': 'Consolidated trial balance',
  'budget-variance': 'Budget and actual',
  'consolidated-budget-variance': 'Budget and actual of all companies',
  'receivables-ageing': 'Ageing of receivables',
  'customer-dues': 'Dues of customers',
  'customer-ledger': 'Statement of account',
  'sales-register': 'Sales register',
  'gst-summary': 'GST summary',
  'gst-section': 'Documents of a section of GSTR-1',
  'gst-hsn': 'GST by HSN and SAC',
  'gst-documents': 'Series of documents',
  'gst-to-mend': 'To mend before filing',
};

/** A society has no profit: it has income and expenditure. */
export function titleOf(name: ReportName, kind: CompanyKind | undefined): string {
  return name === 'profit-and-loss' && kind === 'society' ? 'Income and expenditure' : titles[name];
}

export const columnWords: Readonly<Record<ColumnName, string>> = {
  ...{ opening: 'Opening', debit: 'Debit', credit: 'Credit', closing: 'Closing', amount: 'Amount' },
  ...{ balance: 'Balance', compared: 'Compared', change: 'Change', changePercent: 'Change %' },
  ...{ share: '% of income', date: 'Date', entry: 'Entry', document: 'Document', narration: 'Narration' },
  ...{ counterAccount: 'Other side', party: 'Party', receipts: 'Receipts', payments: 'Payments' },
  ...{ company: 'Company', elimination: 'Eliminated', total: 'Total', budget: 'Budget', actual: 'Actual' },
  ...{ variance: 'Variance', variancePercent: 'Variance %', verdict: '' },
  ...{ dueOn: 'Due', current: 'Current', pastDue30: '1-30 Days Past Due' },
  ...{ pastDue60: '31-60 Days Past Due', pastDueOver60: 'Over 60 Days Past Due', outstanding: 'Outstanding' },
  ...{ unapplied: 'Not applied yet', net: 'Net', number: 'Number', openInvoices: 'Open invoices' },
  ...{ billed: 'Billed', settled: 'Settled', overdue: 'Overdue', oldestDueOn: 'Oldest due' },
  ...{ lastPaidOn: 'Last payment', advance: 'Advance' },
  ...{ gstin: 'GSTIN', placeOfSupply: 'Place of supply', value: 'Value before tax', taxable: 'Taxable' },
  ...{ cgst: 'CGST', sgst: 'SGST/UTGST', igst: 'IGST', cess: 'Cess', roundOff: 'Round-off', state: 'State' },
  ...{
    documents: 'Documents',
    classification: 'HSN or SAC',
    unit: 'Unit',
    quantity: 'Quantity',
    rate: 'Rate %',
  },
  ...{ lastNumber: 'Last number', cancelled: 'Cancelled', kept: 'Issued', missing: 'What is to be mended' },
};

/** Of a cell that judges. */
export const verdictWords: Readonly<Record<string, string>> = {
  ...{ favourable: 'Favourable', unfavourable: 'Unfavourable' },
};

export const documentWords: Readonly<Record<ReportDocument, string>> = {
  ...{ invoice: 'Invoice', receipt: 'Receipt' },
  'receipt-bounced': 'Cheque bounced',
  'receipt-reversed': 'Receipt reversed',
  'credit-note': 'Credit note',
  'invoice-cancelled': 'Invoice cancelled',
  'credit-note-reversed': 'Credit note reversed',
  refund: 'Refund',
  'refund-reversed': 'Refund reversed',
  'write-off': 'Write-off',
  'write-off-reversed': 'Write-off reversed',
};

/** Of a cell that says where a document stands. */
export const stateWords: Readonly<Record<ReportWord, string>> = {
  ...{ issued: 'On its way to the books', posted: 'In the books', rejected: 'Refused by the books' },
  ...{ undoing: 'Being taken back', cancelled: 'Cancelled', reversed: 'Taken back', withdrawn: 'Withdrawn' },
  'hsn-missing': 'A line has no HSN or SAC',
  'hsn-too-short': 'A line has too few digits of its HSN or SAC',
  'state-missing': 'The customer has no state: the place of supply is a guess',
  'to-amend': 'Taken back after its month: tell it as an amendment',
};

export const captionWords: Readonly<Record<RowCaption, string>> = {
  ...{ assets: 'Assets', liabilities: 'Liabilities', equity: 'Equity' },
  ...{ revenue: 'Income', expense: 'Expense' },
  'total-assets': 'Total assets',
  'total-liabilities': 'Total liabilities',
  'total-equity': 'Total equity',
  'total-liabilities-and-equity': 'Total liabilities and equity',
  'total-revenue': 'Total income',
  'total-expense': 'Total expense',
  result: 'Surplus or deficit',
  'current-result': 'Surplus or deficit of the year',
  'earlier-result': 'Surplus or deficit of earlier years not closed',
  ...{ total: 'Total', opening: 'Opening balance', closing: 'Closing balance' },
  'day-total': 'Total of the day',
  ...{ operating: 'Operating activities', investing: 'Investing activities' },
  financing: 'Financing activities',
  'net-operating': 'Net cash from operating activities',
  'net-investing': 'Net cash from investing activities',
  'net-financing': 'Net cash from financing activities',
  'net-change': 'Net change of cash',
  'cash-opening': 'Cash at the beginning',
  'cash-closing': 'Cash at the end',
  b2b: 'To registered customers (B2B)',
  b2cl: 'Large, into another state, to others (B2CL)',
  b2cs: 'All other sales to others (B2CS)',
  exp: 'Exports (EXP)',
  cdnr: 'Credit notes to registered customers (CDNR)',
  cdnur: 'Credit notes to others, large or export (CDNUR)',
  nil: 'Nil-rated, exempt and non-GST (NIL)',
  outside: 'Not told in this return',
  'hsn-b2b': 'To registered customers',
  'hsn-b2c': 'To others',
  series: 'Series of documents (DOCS)',
  'to-mend': 'To mend before filing',
};

export const checkWords: Readonly<Record<CheckName, string>> = {
  'debits-are-credits': 'Debits and credits',
  'assets-are-liabilities-and-equity': 'Assets, and liabilities with equity',
  'cash-is-cash-book': 'Cash at the end, and the cash and bank accounts',
  'closing-is-balance': 'Closing balance, and the balance of the account',
  'eliminations-are-zero': 'What companies owe each other',
  'parts-are-total': 'Value, taxes and round-off, and the totals of the documents',
  'sections-are-register-value': 'Value in the sections, and in the sales register',
  'sections-are-register-tax': 'Tax in the sections, and in the sales register',
  'hsn-is-sections': 'Value by HSN and SAC, and in the sections',
};
