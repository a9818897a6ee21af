import { messaging } from '@dhanman/messaging';
import { operations } from '@dhanman/operations';
import { boot, type ServiceDefinition } from '@dhanman/platform';
import { scheduling } from '@dhanman/schedules';
import { CommonConfig } from './config.js';
import { database } from './database.js';
import { CommonModule } from './common.module.js';

export const common: ServiceDefinition = {
  name: 'common',
  title: 'Organizations, users, chart of accounts, journal and documents.',
  module: CommonModule,
  config: CommonConfig,
  database,
  tells: {
    'journal-entry': 'dhanman.common.entry.read',
    'manual-journal': 'dhanman.common.journal.read',
    'journal-attachment': 'dhanman.common.journal.read',
    account: 'dhanman.common.account.read',
    'accounting-period': 'dhanman.common.financial-year.read',
    'books-year': 'dhanman.common.financial-year.read',
  },
  extensions: [messaging, operations, scheduling],
};

if (import.meta.main) await boot(common);
