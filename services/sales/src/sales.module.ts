import { Module } from '@nestjs/common';
import { DirectoryHandlers } from './directory/directory.handlers.js';
import { CustomersController } from './customers/customers.controller.js';
import { CustomersQueries } from './customers/customers.queries.js';
import { CustomersService } from './customers/customers.service.js';
import { DailyTasksHandlers } from './daily-tasks/daily-tasks.handlers.js';
import { DailyTasksJobs } from './daily-tasks/daily-tasks.jobs.js';
import { DailyTasksService } from './daily-tasks/daily-tasks.service.js';
import { InvoiceNumbers } from './invoices/invoice-numbers.service.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { InvoicesHandlers } from './invoices/invoices.handlers.js';
import { InvoicesQueries } from './invoices/invoices.queries.js';
import { InvoicesService } from './invoices/invoices.service.js';
import { UnansweredInvoicesService } from './invoices/unanswered-invoices.service.js';
import { PostingsController } from './postings/postings.controller.js';
import { PostingsQueries } from './postings/postings.queries.js';
import { ProductsController } from './products/products.controller.js';
import { ProductsQueries } from './products/products.queries.js';
import { ProductsService } from './products/products.service.js';
import { SaleParties } from './tax/sale-parties.service.js';
import { TaxController } from './tax/tax.controller.js';
import { TaxQueries } from './tax/tax.queries.js';
import { TaxSettingsService } from './tax/tax-settings.service.js';

@Module({
  controllers: [
    CustomersController,
    InvoicesController,
    PostingsController,
    ProductsController,
    TaxController,
    DirectoryHandlers,
    InvoicesHandlers,
    DailyTasksHandlers,
  ],
  providers: [
    ...[CustomersService, CustomersQueries, InvoicesService, InvoicesQueries],
    ...[InvoiceNumbers, ProductsService, ProductsQueries, SaleParties, TaxQueries, TaxSettingsService],
    ...[UnansweredInvoicesService, DailyTasksService, DailyTasksJobs, PostingsQueries],
  ],
})
export class SalesModule {}
