import { defineConfig } from '@dhanman/platform';

/** Variables of Sales beyond those every service has: none yet. */
export class SalesConfig extends defineConfig({}) {}
