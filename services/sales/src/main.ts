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
  extensions: [messaging, operations, scheduling],
};

if (import.meta.main) await boot(sales);
