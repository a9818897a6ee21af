import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { scheduling } from '@dhanman/schedules';
import { SalesConfig } from './config.js';
import { database } from './database.js';
import { SalesModule } from './sales.module.js';

export const sales: ServiceDefinition = {
  name: 'sales',
  title: 'Customers, quotes, invoices and receipts.',
  module: SalesModule,
  config: SalesConfig,
  database,
  tells: {
    customer: 'dhanman.sales.customer.read',
    product: 'dhanman.sales.product.read',
    invoice: 'dhanman.sales.invoice.read',
    'credit-note': 'dhanman.sales.credit-note.read',
    receipt: 'dhanman.sales.receipt.read',
    refund: 'dhanman.sales.refund.read',
    'write-off': 'dhanman.sales.write-off.read',
    'invoice-run': 'dhanman.sales.invoice-run.read',
    'recurring-invoice': 'dhanman.sales.recurring-invoice.read',
    'invoice-mail': 'dhanman.sales.invoice.read',
    reminder: 'dhanman.sales.reminder.read',
    // What is printed for an invoice, a credit note or a receipt.
    paper: 'dhanman.sales.invoice.read',
    // What the ledger said to a receipt, a credit note or a refund.
    posting: 'dhanman.sales.invoice.read',
  },
  extensions: [messaging, operations, scheduling],
};

if (import.meta.main) await boot(sales);
