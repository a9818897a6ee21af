import { messageTables } from '@dhanman/messaging';
import { defineDatabase, directoryTables, NotFound } from '@dhanman/platform';
import { scheduleTables } from '@dhanman/schedules';
import { ApprovalSettingTable } from './approvals/approval-setting.table.js';
import { CreditNoteTable } from './credit-notes/credit-note.table.js';
import { CustomerCodeTaken } from './customers/customer.js';
import { CustomerTable } from './customers/customer.table.js';
import { InvoiceMailTable } from './invoices/invoice-mail.table.js';
import { InvoiceTable } from './invoices/invoice.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Customers1760000001000 } from './migrations/1760000001000-customers.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Invoices1760000012000 } from './migrations/1760000012000-invoices.js';
import { Operations1760000020000 } from './migrations/1760000020000-operations.js';
import { Directory1760000031000 } from './migrations/1760000031000-directory.js';
import { IdempotencyKeys1760000032000 } from './migrations/1760000032000-idempotency-keys.js';
import { Audit1760000032100 } from './migrations/1760000032100-audit.js';
import { SalesTax1760000070000 } from './migrations/1760000070000-sales-tax.js';
import { Settlements1760000140000 } from './migrations/1760000140000-settlements.js';
import { Postings1760000141000 } from './migrations/1760000141000-postings.js';
import { Receipts1760000142000 } from './migrations/1760000142000-receipts.js';
import { Approvals1760000150000 } from './migrations/1760000150000-approvals.js';
import { OpenItems1760000190000 } from './migrations/1760000190000-open-items.js';
import { EndedSessions1760000190010 } from './migrations/1760000190010-ended-sessions.js';
import { InvoicePapers1760000210000 } from './migrations/1760000210000-invoice-papers.js';
import { CreditNotes1760000232000 } from './migrations/1760000232000-credit-notes.js';
import { PaperTable } from './papers/paper.table.js';
import { Addresses1760000220000 } from './migrations/1760000220000-addresses.js';
import { PaperSettingTable } from './paper-settings/paper-setting.table.js';
import { RecurringInvoices1760000233100 } from './migrations/1760000233100-recurring-invoices.js';
import { InvoiceRuns1760000233200 } from './migrations/1760000233200-invoice-runs.js';
import { Schedules1760000233000 } from './migrations/1760000233000-schedules.js';
import { IdentitiesOfMembers1760000240000 } from './migrations/1760000240000-identities-of-members.js';
import { CreditNoteDates1760000280000 } from './migrations/1760000280000-credit-note-dates.js';
import { UpiOnPapers1760000305000 } from './migrations/1760000305000-upi-on-papers.js';
import { InvoiceMails1760000306000 } from './migrations/1760000306000-invoice-mails.js';
import { UseOfPlan1760000320000 } from './migrations/1760000320000-use-of-plan.js';
import { InvoiceCancellations1760000330000 } from './migrations/1760000330000-invoice-cancellations.js';
import { Refunds1760000350000 } from './migrations/1760000350000-refunds.js';
import { OpenBillsByDueDay1760000351000 } from './migrations/1760000351000-open-bills-by-due-day.js';
import { Reminders1760000360000 } from './migrations/1760000360000-reminders.js';
import { PapersOfOtherDocuments1760000370000 } from './migrations/1760000370000-papers-of-other-documents.js';
import { TermsOfCustomers1760000379500 } from './migrations/1760000379500-terms-of-customers.js';
import { LanguageOfCompanies1760000610000 } from './migrations/1760000610000-language-of-companies.js';
import { WriteOffs1760000631000 } from './migrations/1760000631000-write-offs.js';
import { BillsAmongAMillion1760000640000 } from './migrations/1760000640000-bills-among-a-million.js';
import { TokensInTheTrail1760000650000 } from './migrations/1760000650000-tokens-in-the-trail.js';
import { CreditLimits1760000655000 } from './migrations/1760000655000-credit-limits.js';
import { ContactsOfCustomers1760000655100 } from './migrations/1760000655100-contacts-of-customers.js';
import { RunNameTaken } from './runs/invoice-run.js';
import { InvoiceRunTable } from './runs/invoice-run.table.js';
import { PostingTable } from './postings/posting.table.js';
import { ProductCodeTaken } from './products/product.js';
import { ProductTable } from './products/product.table.js';
import { ReceiptTable } from './receipts/receipt.table.js';
import { RefundTable } from './refunds/refund.table.js';
import { RecurringInvoiceTable } from './recurring/recurring-invoice.table.js';
import { RecurringPeriodTable } from './recurring/recurring-period.table.js';
import { ReminderPlanTable } from './reminders/reminder-plan.table.js';
import { ReminderPreferenceTable } from './reminders/reminder-preference.table.js';
import { ReminderTable } from './reminders/reminder.table.js';
import { AllocationTable } from './settlement/allocation.table.js';
import { CreditTable } from './settlement/credit.table.js';
import { WriteOffTable } from './write-offs/write-off.table.js';
import { SaleCustomerUnknown } from './tax/sale.js';
import { TaxSettingTable } from './tax/tax-setting.table.js';

export const database = defineDatabase({
  tables: [
    ...[ApprovalSettingTable, CustomerTable, InvoiceTable, ProductTable, TaxSettingTable],
    ...[CreditTable, AllocationTable, PaperSettingTable, PostingTable, ReceiptTable, PaperTable],
    ...[CreditNoteTable, InvoiceMailTable, RefundTable, WriteOffTable],
    ...[ReminderTable, ReminderPlanTable, ReminderPreferenceTable],
    ...[RecurringInvoiceTable, RecurringPeriodTable, InvoiceRunTable],
  ],
  migrations: [
    Baseline1760000000000,
    Customers1760000001000,
    Messages1760000010000,
    Companies1760000011000,
    Invoices1760000012000,
    Operations1760000020000,
    Directory1760000031000,
    IdempotencyKeys1760000032000,
    Audit1760000032100,
    SalesTax1760000070000,
    Settlements1760000140000,
    Postings1760000141000,
    Receipts1760000142000,
    Approvals1760000150000,
    OpenItems1760000190000,
    EndedSessions1760000190010,
    InvoicePapers1760000210000,
    Addresses1760000220000,
    CreditNotes1760000232000,
    Schedules1760000233000,
    RecurringInvoices1760000233100,
    InvoiceRuns1760000233200,
    IdentitiesOfMembers1760000240000,
    CreditNoteDates1760000280000,
    UpiOnPapers1760000305000,
    InvoiceMails1760000306000,
    UseOfPlan1760000320000,
    InvoiceCancellations1760000330000,
    Refunds1760000350000,
    OpenBillsByDueDay1760000351000,
    Reminders1760000360000,
    PapersOfOtherDocuments1760000370000,
    TermsOfCustomers1760000379500,
    LanguageOfCompanies1760000610000,
    WriteOffs1760000631000,
    BillsAmongAMillion1760000640000,
    TokensInTheTrail1760000650000,
    CreditLimits1760000655000,
    ContactsOfCustomers1760000655100,
  ],
  constraints: {
    customer_code_per_company_key: () => new CustomerCodeTaken(),
    credit_customer_fkey: () => new SaleCustomerUnknown(),
    reminder_preference_customer_fkey: () => new NotFound('customer'),
    invoice_customer_fkey: () => new SaleCustomerUnknown(),
    invoice_run_name_key: () => new RunNameTaken(),
    recurring_invoice_customer_fkey: () => new SaleCustomerUnknown(),
    product_code_per_company_key: () => new ProductCodeTaken(),
  },
  sharedTables: [...messageTables, ...directoryTables, ...scheduleTables, 'kept_mail'],
});
