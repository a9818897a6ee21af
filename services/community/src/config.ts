import { defineConfig } from '@dhanman/platform';

/** Variables of Community beyond those every service has: none yet. */
export class CommunityConfig extends defineConfig({}) {}
