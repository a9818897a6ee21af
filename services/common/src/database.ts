import { messageTables } from '@dhanman/messaging';
import { defineDatabase } from '@dhanman/platform';
import { CompanyTable } from './companies/company.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Journal1760000012000 } from './migrations/1760000012000-journal.js';
import { People1760000030000 } from './migrations/1760000030000-people.js';
import { PersonTable } from './people/person.table.js';

/** Of no tenant: one person may work for several organizations. */
const peopleTables = ['person', 'person_password'];

export const database = defineDatabase({
  tables: [CompanyTable, PersonTable],
  migrations: [
    Baseline1760000000000,
    Messages1760000010000,
    Companies1760000011000,
    Journal1760000012000,
    People1760000030000,
  ],
  sharedTables: [...messageTables, ...peopleTables],
});
