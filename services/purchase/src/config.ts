import { defineConfig } from '@dhanman/platform';

/** Variables of Purchase beyond those every service has: none yet. */
export class PurchaseConfig extends defineConfig({}) {}
