import { MailConfig, MailPage, Mails, PdfPress, ReportFiles } from '@dhanman/platform';
import { Module } from '@nestjs/common';
import { SalesConfig } from './config.js';
import { DirectoryHandlers } from './directory/directory.handlers.js';
import { ApprovalSettingsController } from './approvals/approval-settings.controller.js';
import { ApprovalSettingsService } from './approvals/approval-settings.service.js';
import { CreditNoteDecisionsController } from './credit-notes/credit-note-decisions.controller.js';
import { CreditNoteDecisions } from './credit-notes/credit-note-decisions.service.js';
import { CreditNotePapersController } from './credit-notes/credit-note-papers.controller.js';
import { CreditNotePapers } from './credit-notes/credit-note-papers.service.js';
import { CreditNotePostings } from './credit-notes/credit-note-postings.service.js';
import { CreditNotesController } from './credit-notes/credit-notes.controller.js';
import { CreditNotesQueries } from './credit-notes/credit-notes.queries.js';
import { CreditNotesService } from './credit-notes/credit-notes.service.js';
import { CreditableController } from './credit-notes/creditable.controller.js';
import { InvoiceLeft } from './credit-notes/invoice-left.queries.js';
import { CustomerImportsController } from './customer-imports/customer-imports.controller.js';
import { CustomerImportsService } from './customer-imports/customer-imports.service.js';
import { CustomersController } from './customers/customers.controller.js';
import { CustomersQueries } from './customers/customers.queries.js';
import { CustomersService } from './customers/customers.service.js';
import { DailyTasksHandlers } from './daily-tasks/daily-tasks.handlers.js';
import { DailyTasksJobs } from './daily-tasks/daily-tasks.jobs.js';
import { DailyTasksService } from './daily-tasks/daily-tasks.service.js';
import { InvoiceDecisionsController } from './invoices/invoice-decisions.controller.js';
import { InvoiceCancellations } from './invoices/invoice-cancellations.service.js';
import { InvoiceDecisions } from './invoices/invoice-decisions.service.js';
import { InvoiceMailsController } from './invoices/invoice-mails.controller.js';
import { InvoiceMailsJobs } from './invoices/invoice-mails.jobs.js';
import { InvoiceMailsQueries } from './invoices/invoice-mails.queries.js';
import { InvoiceMailsService } from './invoices/invoice-mails.service.js';
import { InvoicePapersController } from './invoices/invoice-papers.controller.js';
import { InvoicePapers } from './invoices/invoice-papers.service.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { InvoicesQueries } from './invoices/invoices.queries.js';
import { InvoicesService } from './invoices/invoices.service.js';
import { StandingInvoices } from './invoices/standing-invoices.service.js';
import { UnansweredInvoicesService } from './invoices/unanswered-invoices.service.js';
import { DocumentNumbers } from './numbers/document-numbers.service.js';
import { LedgerHandlers } from './postings/ledger.handlers.js';
import { LedgerDoor } from './postings/ledger-door.service.js';
import { PaperParties } from './papers/paper-parties.service.js';
import { PapersJobs } from './papers/papers.jobs.js';
import { Papers } from './papers/papers.service.js';
import { MailAttempts } from './mails/mail-attempts.service.js';
import { PaperSettingsController } from './paper-settings/paper-settings.controller.js';
import { PaperSettingsService } from './paper-settings/paper-settings.service.js';
import { PostedDocuments } from './postings/posted-documents.service.js';
import { PostedPapers } from './postings/posted-papers.service.js';
import { PostingsController } from './postings/postings.controller.js';
import { PostingsQueries } from './postings/postings.queries.js';
import { ProductsController } from './products/products.controller.js';
import { ProductsQueries } from './products/products.queries.js';
import { ProductsService } from './products/products.service.js';
import { ReceiptPapersController } from './receipts/receipt-papers.controller.js';
import { ReceiptPapers } from './receipts/receipt-papers.service.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ReceiptsQueries } from './receipts/receipts.queries.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { RefundsController } from './refunds/refunds.controller.js';
import { RefundsQueries } from './refunds/refunds.queries.js';
import { RefundsService } from './refunds/refunds.service.js';
import { InvoiceRunsController } from './runs/invoice-runs.controller.js';
import { InvoiceRunsJobs } from './runs/invoice-runs.jobs.js';
import { InvoiceRunsQueries } from './runs/invoice-runs.queries.js';
import { InvoiceRunsService } from './runs/invoice-runs.service.js';
import { RecurringInvoicesController } from './recurring/recurring-invoices.controller.js';
import { RecurringInvoicesJobs } from './recurring/recurring-invoices.jobs.js';
import { RecurringInvoicesQueries } from './recurring/recurring-invoices.queries.js';
import { RecurringInvoicesService } from './recurring/recurring-invoices.service.js';
import { ReminderPlansController } from './reminders/reminder-plans.controller.js';
import { ReminderPlansService } from './reminders/reminder-plans.service.js';
import { ReminderPreferencesController } from './reminders/reminder-preferences.controller.js';
import { ReminderPreferencesService } from './reminders/reminder-preferences.service.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { RemindersJobs } from './reminders/reminders.jobs.js';
import { RemindersQueries } from './reminders/reminders.queries.js';
import { RemindersService } from './reminders/reminders.service.js';
import { InvoiceFiguresQueries } from './receivables/invoice-figures.queries.js';
import { OpenItems } from './receivables/open-items.queries.js';
import { ReceivablesController } from './receivables/receivables.controller.js';
import { ReceivablesQueries } from './receivables/receivables.queries.js';
import { ReportMoment } from './receivables/report-moment.service.js';
import { CreditLimitsController } from './credit-limits/credit-limits.controller.js';
import { CreditLimitsQueries } from './credit-limits/credit-limits.queries.js';
import { CreditLimits } from './credit-limits/credit-limits.service.js';
import { CreditStories } from './settlement/credit-stories.service.js';
import { CreditUse } from './settlement/credit-use.service.js';
import { CustomerDocuments } from './settlement/customer-documents.service.js';
import { InvoiceSettlementsController } from './settlement/invoice-settlements.controller.js';
import { InvoiceSettlementsQueries } from './settlement/invoice-settlements.queries.js';
import { Settlements } from './settlement/settlements.service.js';
import { SaleParties } from './tax/sale-parties.service.js';
import { TaxController } from './tax/tax.controller.js';
import { TaxQueries } from './tax/tax.queries.js';
import { TaxSettingsService } from './tax/tax-settings.service.js';
import { GstReturnQueries } from './tax-reports/gst-return.queries.js';
import { TaxReportsController } from './tax-reports/tax-reports.controller.js';
import { TaxReportsQueries } from './tax-reports/tax-reports.queries.js';
import { WriteOffsController } from './write-offs/write-offs.controller.js';
import { WriteOffsQueries } from './write-offs/write-offs.queries.js';
import { WriteOffsService } from './write-offs/write-offs.service.js';

@Module({
  controllers: [
    ApprovalSettingsController,
    InvoiceDecisionsController,
    CustomerImportsController,
    CustomersController,
    CreditLimitsController,
    InvoicesController,
    InvoiceMailsController,
    PaperSettingsController,
    InvoicePapersController,
    CreditNotePapersController,
    ReceiptPapersController,
    PostingsController,
    ProductsController,
    ReceiptsController,
    RefundsController,
    InvoiceSettlementsController,
    CreditableController,
    CreditNoteDecisionsController,
    CreditNotesController,
    RecurringInvoicesController,
    InvoiceRunsController,
    ReceivablesController,
    ...[ReminderPlansController, ReminderPreferencesController, RemindersController],
    TaxController,
    WriteOffsController,
    TaxReportsController,
    DirectoryHandlers,
    LedgerHandlers,
    DailyTasksHandlers,
  ],
  providers: [
    ...[ApprovalSettingsService, InvoiceCancellations, InvoiceDecisions],
    ...[CustomerImportsService, CustomersService, CustomersQueries, InvoicesService, InvoicesQueries],
    ...[CreditLimits, CreditLimitsQueries],
    ...[DocumentNumbers, ProductsService, ProductsQueries, SaleParties, TaxQueries, TaxSettingsService],
    ...[UnansweredInvoicesService, DailyTasksService, DailyTasksJobs, PostingsQueries],
    ...[InvoiceFiguresQueries, OpenItems, PdfPress, ReceivablesQueries, ReportFiles, ReportMoment],
    ...[Papers, PaperParties, PapersJobs, PostedDocuments, PostedPapers],
    ...[InvoicePapers, CreditNotePapers, ReceiptPapers],
    MailAttempts,
    ...[InvoiceMailsService, InvoiceMailsQueries, InvoiceMailsJobs],
    ...[ReminderPlansService, ReminderPreferencesService, RemindersService, RemindersQueries, RemindersJobs],
    ...[Mails, MailPage, { provide: MailConfig, useExisting: SalesConfig }],
    ...[PaperSettingsService, GstReturnQueries, TaxReportsQueries],
    ...[
      LedgerDoor,
      Settlements,
      CreditStories,
      CreditUse,
      CustomerDocuments,
      StandingInvoices,
      InvoiceSettlementsQueries,
      ReceiptsService,
      ReceiptsQueries,
    ],
    ...[RefundsService, RefundsQueries, WriteOffsService, WriteOffsQueries],
    ...[CreditNotesService, CreditNoteDecisions, CreditNotePostings, CreditNotesQueries, InvoiceLeft],
    ...[InvoiceRunsService, InvoiceRunsQueries, InvoiceRunsJobs],
    ...[RecurringInvoicesService, RecurringInvoicesQueries, RecurringInvoicesJobs],
  ],
})
export class SalesModule {}
