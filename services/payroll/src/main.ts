import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { PayrollConfig } from './config.js';
import { database } from './database.js';
import { PayrollModule } from './payroll.module.js';

export const payroll: ServiceDefinition = {
  name: 'payroll',
  title: 'Employees, attendance, salaries and statutory returns.',
  module: PayrollModule,
  config: PayrollConfig,
  database,
  extensions: [messaging, operations],
};

if (import.meta.main) await boot(payroll);
