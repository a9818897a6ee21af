import { messageTables } from '@dhanman/messaging';
import { defineDatabase } from '@dhanman/platform';
import { CompanyTable } from './companies/company.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Journal1760000012000 } from './migrations/1760000012000-journal.js';

export const database = defineDatabase({
  tables: [CompanyTable],
  migrations: [Baseline1760000000000, Messages1760000010000, Companies1760000011000, Journal1760000012000],
  sharedTables: messageTables,
});
