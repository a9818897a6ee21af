import { defineConfig } from '@dhanman/platform';

/** Variables of Payroll beyond those every service has: none yet. */
export class PayrollConfig extends defineConfig({}) {}
