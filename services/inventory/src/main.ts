import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { InventoryConfig } from './config.js';
import { database } from './database.js';
import { InventoryModule } from './inventory.module.js';

export const inventory: ServiceDefinition = {
  name: 'inventory',
  title: 'Items, warehouses, and the movement and value of stock.',
  module: InventoryModule,
  config: InventoryConfig,
  database,
  extensions: [messaging, operations],
};

if (import.meta.main) await boot(inventory);
