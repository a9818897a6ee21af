import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { PurchaseConfig } from './config.js';
import { database } from './database.js';
import { PurchaseModule } from './purchase.module.js';

export const purchase: ServiceDefinition = {
  name: 'purchase',
  title: 'Vendors, orders, bills and payments to vendors.',
  module: PurchaseModule,
  config: PurchaseConfig,
  database,
  extensions: [messaging, operations],
};

if (import.meta.main) await boot(purchase);
