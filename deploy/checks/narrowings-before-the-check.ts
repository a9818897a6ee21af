// Migrations that took something away before there was a release that could run beside them, and what they took it from.
// They are merged, so that none of them can carry a mark; no line is added to this list.
export const narrowedByAll: Readonly<Record<string, readonly string[]>> = {
  'services/common/src/migrations/1760000021010-daily-runs.ts': ['company'],
  'services/common/src/migrations/1760000040000-api-keys.ts': ['oidc_client'],
  'services/common/src/migrations/1760000041000-mailed-invitations.ts': ['invitation'],
  'services/common/src/migrations/1760000050020-ledger.ts': ['journal_entry', 'journal_line'],
  'services/common/src/migrations/1760000050030-posting.ts': [
    'account_day',
    'account_month',
    'journal_is_append_only',
    'journal_line_with_its_entry',
    'account',
    'company',
    'branch',
    'financial_year',
    'accounting_period',
    'ledger_head',
    'journal_line',
  ],
  'services/common/src/migrations/1760000050040-books-of-existing-companies.ts': [
    'journal_entry',
    'journal_line',
  ],
  'services/common/src/migrations/1760000160000-imported-journals.ts': ['manual_journal'],
  'services/common/src/migrations/1760000200000-journal-templates.ts': ['manual_journal'],
  'services/common/src/migrations/1760000250000-budgets-approved-by-the-author.ts': ['budget'],
  'services/sales/src/migrations/1760000012000-invoices.ts': ['customer'],
  'services/sales/src/migrations/1760000070000-sales-tax.ts': ['${table}', 'invoice'],
  'services/sales/src/migrations/1760000140000-settlements.ts': ['invoice'],
  'services/sales/src/migrations/1760000142000-receipts.ts': ['invoice_series', 'document_series'],
  'services/sales/src/migrations/1760000150000-approvals.ts': ['invoice'],
};
