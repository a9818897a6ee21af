import { defineConfig } from '@dhanman/platform';

/** Variables of Common beyond those every service has: none yet. */
export class CommonConfig extends defineConfig({}) {}
