import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { SalesConfig } from './config.js';
import { database } from './database.js';
import { SalesModule } from './sales.module.js';

export const sales: ServiceDefinition = {
  name: 'sales',
  title: 'Customers, quotes, invoices and receipts.',
  module: SalesModule,
  config: SalesConfig,
  database,
  extensions: [messaging, operations],
};

if (import.meta.main) await boot(sales);
