import { Module } from '@nestjs/common';
import { DirectoryHandlers } from './directory/directory.handlers.js';
import { CustomersController } from './customers/customers.controller.js';
import { CustomersQueries } from './customers/customers.queries.js';
import { CustomersService } from './customers/customers.service.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { InvoicesHandlers } from './invoices/invoices.handlers.js';
import { InvoicesQueries } from './invoices/invoices.queries.js';
import { InvoicesService } from './invoices/invoices.service.js';

@Module({
  controllers: [CustomersController, InvoicesController, DirectoryHandlers, InvoicesHandlers],
  providers: [CustomersService, CustomersQueries, InvoicesService, InvoicesQueries],
})
export class SalesModule {}
