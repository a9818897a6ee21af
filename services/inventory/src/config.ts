import { defineConfig } from '@dhanman/platform';

/** Variables of Inventory beyond those every service has: none yet. */
export class InventoryConfig extends defineConfig({}) {}
